/**
 * Books the first free time of the next two weeks for a guest:
 * `INSYTICAL_URL=https://booking.example.com INSYTICAL_KEY=… node examples/book.ts intro-call ann@example.com "Ann Lee"`.
 */
import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../api/openapi/client/types.ts';

const [slug, email = '', name = email] = process.argv.slice(2);
const { INSYTICAL_URL: baseUrl = '', INSYTICAL_KEY: key = '' } = process.env;

// Problems (RFC 9457) have a stable `code`, and a `detail` that people may read.
const problemsThrow: Middleware = {
  async onResponse({ request: { method, url }, response }) {
    if (!response.ok) throw new Error(`${method} ${url} was answered ${response.status}: ${await response.text()}`);
  },
};
const api = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${key}` } });
api.use(problemsThrow);

const { data: list } = await api.GET('/api/v1/event-types');
const eventType = list?.items.find((one) => one.slug === slug);
if (eventType === undefined) throw new Error(`There is no event type ${slug}`);

const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const path = { id: eventType.id };
const query = { from: dayAfter(1), to: dayAfter(15), timeZone: 'UTC' };
const { data: free } = await api.GET('/api/v1/event-types/{id}/slots', { params: { path, query } });
const [slot] = free?.days.flatMap(({ slots }) => slots) ?? [];
if (slot === undefined) throw new Error('No time is free');

const body = { startsAt: slot.startsAt, guest: { name, email, timeZone: 'Europe/Berlin' } };
const { data: booking } = await api.POST('/api/v1/event-types/{id}/bookings', { params: { path }, body });
console.log(`${booking?.id} ${slot.startsAt}`);
