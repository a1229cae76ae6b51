import { expect, test, vi } from 'vitest';
import type { CalendarFeedMade } from '#api/openapi/client/types.ts';
import { ownEntries } from '#activities/calendars/our-entries.ts';
import { CalendarFeed } from '#db/entities/calendar-feed.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { windowAt } from '#domain/calendars/calendar.ts';
import { readCalendar } from '#domain/calendars/read-calendar.ts';
import { contentLines } from '#domain/ics.ts';
import { log } from '#log';
import { lintIcs } from '#test/fixtures/ics-lint.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const traced: string[] = [];
const api = await startApi({
  traceRequest: async (work, answered) => {
    await work();
    traced.push(JSON.stringify(answered()));
  },
});
const PATH = '/api/v1/me/calendar-feed';
const DAY_MS = 86_400_000;

const make = (host: HostClient) => host.json<CalendarFeedMade>('POST', PATH, {});
const lines = async (url: string) => contentLines(await (await fetch(url)).text());
const valuesOf = (all: readonly string[], name: string) =>
  all.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));

async function bookedHost(rules: object = {}) {
  const host = await signUp(api.base, { name: 'Ann Host' });
  await host.alwaysOpen();
  const { slug } = await host.offer('phone', { location: { kind: 'phone', value: '+49 30 123456' }, ...rules });
  const page = { handle: host.handle, slug };
  const guest = newGuest(api.base);
  const free = await guest.freeTimes(page, new Date(Date.now() + DAY_MS), new Date(Date.now() + 3 * DAY_MS));
  const [first = '', second = ''] = [free[0], free[12]];
  return { host, guest, page, first, second };
}

test('a host’s calendar program reads what is booked, with links, and what is cancelled leaves', async () => {
  const { host, guest, page, first, second } = await bookedHost();
  const { url } = await make(host);
  expect(url).toMatch(new RegExp(`^${api.base}/calendar/[\\w-]{43}\\.ics$`));
  const [one, two] = [await guest.book(page, first), await guest.book(page, second)];
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    'private, no-cache',
  ]);
  const text = await answer.text();
  const read = contentLines(text);
  // As in the invitations: `activities/mails/calendar-entry.test.ts`.
  const uid = (id: string) => `booking-${id}@${api.config.MAIL_FROM.split('@')[1]}`;
  expect(valuesOf(read, 'UID')).toEqual([uid(one.id), uid(two.id)]);
  expect(valuesOf(read, 'SUMMARY')).toEqual(Array.from({ length: 2 }, () => 'Intro call with Sam Guest'));
  expect(valuesOf(read, 'DTSTART')[0]).toBe(`${first.slice(0, 19).replaceAll(/[-:]/g, '')}Z`);
  expect(valuesOf(read, 'DESCRIPTION')[0]).toContain(`${api.base}/bookings/${one.id}`);
  expect(valuesOf(read, 'LOCATION')[0]).toContain('+49 30 123456');
  expect(text).not.toContain(one.token);
  expect(text).not.toContain('METHOD:');

  await guest.cancel(one.token);
  expect(valuesOf(await lines(url), 'UID')).toEqual([uid(two.id)]);
  await guest.cancel(two.token);
  expect(valuesOf(await lines(url), 'UID')).toEqual([]);
});

test('a single booking’s entry keeps to the rules of calendar files', async () => {
  const { host, guest, page, first } = await bookedHost();
  const { url } = await make(host);
  await guest.book(page, first);
  // A feed is no message: it has no METHOD (RFC 5546 §1.4).
  expect(lintIcs(await (await fetch(url)).text(), { attendees: [], sequence: 0 })).toEqual([
    'there is not exactly one METHOD',
    'STATUS CONFIRMED does not go with METHOD ',
  ]);
});

test('a request that waits for its host is not booked yet', async () => {
  const { host, guest, page, first } = await bookedHost({ requiresConfirmation: true });
  const { url } = await make(host);
  const { id } = await guest.book(page, first);
  expect(valuesOf(await lines(url), 'UID')).toEqual([]);
  await host.json('POST', `/api/v1/bookings/${id}/confirm`, {});
  expect(valuesOf(await lines(url), 'UID')).toHaveLength(1);
});

test('it reaches from 30 days ago to a year ahead', async () => {
  const { host, guest, page, first } = await bookedHost({ location: { kind: 'zoom' } });
  const { url } = await make(host);
  const { id } = await guest.book(page, first);
  expect(valuesOf(await lines(url), 'DESCRIPTION')[0]).toContain('email the link');
  const moveTo = (days: number) =>
    api.orm.em.fork().execute(
      `update bookings set starts_at = now() + interval '1 day' * ?, ends_at = now() + interval '1 day' * ? + interval '30 min',
         status = 'completed' where id = ?`,
      [days, days, id],
    );
  const shown = [];
  for (const days of [-31, -29, 364, 367]) {
    await moveTo(days);
    const read = await lines(url);
    shown.push(valuesOf(read, 'UID').length);
    // What is over gets no link any more.
    expect(valuesOf(read, 'DESCRIPTION').join()).not.toContain('email the link');
  }
  expect(shown).toEqual([0, 1, 1, 0]);
});

test('what has not changed is not sent again, and HEAD answers as GET does', async () => {
  const { host, guest, page, first } = await bookedHost();
  const { url } = await make(host);
  const before = await fetch(url);
  await before.body?.cancel();
  const etag = before.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]+"$/);
  const again = (method = 'GET') => fetch(url, { method, headers: { 'if-none-match': etag } });
  for (const method of ['GET', 'HEAD']) {
    const answer = await again(method);
    expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', etag]);
  }
  const head = await fetch(url, { method: 'HEAD' });
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  await guest.book(page, first);
  expect((await again()).status).toBe(200);
});

test('the address is told once, stored as a hash, replaced and revoked at once', async () => {
  const host = await signUp(api.base);
  expect(await host.json('GET', PATH)).toEqual({ createdAt: null, lastReadAt: null });
  const first = await make(host);
  const token = first.url.split('/').at(-1)?.slice(0, -4) ?? '';
  expect(await host.json('GET', PATH)).toEqual({ createdAt: first.createdAt, lastReadAt: null });
  expect((await fetch(first.url)).status).toBe(200);
  expect(await host.json('GET', PATH)).toEqual({ createdAt: first.createdAt, lastReadAt: expect.any(String) });
  expect(JSON.stringify(await api.orm.em.fork().find(CalendarFeed, {}))).not.toContain(token);
  const exported = await host.json<{ account: { calendarFeed: object } }>('POST', '/api/v1/me/export', {});
  expect(exported.account.calendarFeed).toMatchObject({ createdAt: first.createdAt });
  expect(exported.account.calendarFeed).not.toHaveProperty('hash');

  const second = await make(host);
  expect([(await fetch(first.url)).status, (await fetch(second.url)).status]).toEqual([404, 200]);
  await host.json('DELETE', PATH);
  expect((await fetch(second.url)).status).toBe(404);
  expect(await host.json('GET', PATH)).toEqual({ createdAt: null, lastReadAt: null });
  await host.json('DELETE', PATH);

  const third = await make(host);
  await host.json('DELETE', '/api/v1/me', {});
  expect((await fetch(third.url)).status).toBe(404);
});

test('of two hosts each reads their own bookings, and changes their own address', async () => {
  const [ann, bob] = [await bookedHost(), await bookedHost()];
  const [annsFeed, bobsFeed] = [await make(ann.host), await make(bob.host)];
  const { id } = await ann.guest.book(ann.page, ann.first);
  expect(valuesOf(await lines(annsFeed.url), 'UID')).toHaveLength(1);
  expect((await lines(bobsFeed.url)).join()).not.toContain(id);
  await bob.host.json('DELETE', PATH);
  expect((await fetch(annsFeed.url)).status).toBe(200);
  expect(await ann.host.json('GET', PATH)).toMatchObject({ createdAt: annsFeed.createdAt });
});

test('neither the log nor a trace tells the address', async () => {
  const host = await signUp(api.base);
  const { url } = await make(host);
  const token = url.split('/').at(-1) ?? '';
  const logged: string[] = [];
  for (const level of ['trace', 'debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(log, level).mockImplementation((...said: unknown[]) => void logged.push(JSON.stringify(said)));
  for (const address of [url, url.replace(token, `x${token}`), `${url}?a=${token}`])
    await (await fetch(address)).body?.cancel();
  vi.restoreAllMocks();
  expect(logged.join()).toContain('/calendar/:token.ics');
  const told = [...traced, ...logged].join('\n');
  expect(told).toContain('/calendar/:token.ics');
  expect(told).not.toContain(token.slice(0, 20));
});

test('a host who pastes the address as a calendar that blocks times is not kept busy by their own bookings', async () => {
  const { host, guest, page, first } = await bookedHost();
  const { url } = await make(host);
  await guest.book(page, first);
  const text = await (await fetch(url)).text();
  const { id } = await host.json<{ id: string }>('GET', '/api/v1/me');
  const question = { window: windowAt(Date.now()), timeZone: 'UTC' };
  const busyOf = async (hostId: string) =>
    readCalendar(text, { ...question, ours: await ownEntries(api.orm.em.fork(), hostId, api.config) });
  expect(await busyOf(id)).toEqual({ busy: [], skipped: 0 });
  const other = await (await signUp(api.base)).json<{ id: string }>('GET', '/api/v1/me');
  expect((await busyOf(other.id)).busy).toHaveLength(1);
});

test('readings of one address are limited', async () => {
  const strict = await startApi({ environment: { RATE_LIMIT_SCALE: '0.05' } });
  const host = await signUp(strict.base);
  const { url } = await host.json<CalendarFeedMade>('POST', PATH, {});
  const statuses: number[] = [];
  for (let asked = 0; asked < 7; asked += 1) {
    const answer = await fetch(url);
    await answer.body?.cancel();
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
});
