/**
 * Books the first free time of the next two weeks for a guest:
 * `INSYTICAL_URL=https://booking.example.com INSYTICAL_KEY=… node examples/book.ts intro-call ann@example.com "Ann Lee"`.
 */
const [slug, email, name = email] = process.argv.slice(2);
const { INSYTICAL_URL: base = '', INSYTICAL_KEY: key = '' } = process.env;

async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const answer = await fetch(base + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await answer.text();
  // Problems (RFC 9457) have a stable `code`, and a `detail` that people may read.
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
  return JSON.parse(text) as Answer;
}

const { items } = await call<{ items: { id: string; slug: string }[] }>('GET', '/api/v1/event-types');
const eventType = items.find((one) => one.slug === slug);
if (eventType === undefined) throw new Error(`There is no event type ${slug}`);

const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const query = new URLSearchParams({ from: dayAfter(1), to: dayAfter(15), timeZone: 'UTC' });
const path = `/api/v1/event-types/${eventType.id}`;
const { days } = await call<{ days: { slots: { startsAt: string }[] }[] }>('GET', `${path}/slots?${query}`);
const [slot] = days.flatMap(({ slots }) => slots);
if (slot === undefined) throw new Error('No time is free');

const guest = { name, email, timeZone: 'Europe/Berlin' };
const booking = await call<{ id: string }>('POST', `${path}/bookings`, { startsAt: slot.startsAt, guest });
console.log(`${booking.id} ${slot.startsAt}`);
