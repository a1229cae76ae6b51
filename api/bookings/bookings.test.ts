import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { BookingSummary, HostBooking } from './schema.ts';

const api = await startApi();

const dateIn = (instant: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(instant));

interface Page {
  readonly items: BookingSummary[];
  readonly nextCursor: string | null;
}

async function newHost(kind = 'phone', rules: Readonly<Record<string, unknown>> = {}) {
  const host = await signUp(api.base);
  await host.alwaysOpen();
  const { slug } = await host.offer(kind, { slotIntervalMinutes: 30, ...rules });
  let hour = 24;
  const nextTime = () =>
    new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + (hour += 1) * 3_600_000).toISOString();
  return {
    ...host,
    nextTime,
    bookedBy: (name: string) => newGuest(api.base, { name }).book({ handle: host.handle, slug }, nextTime()),
    list: (query = '') => host.json<Page>('GET', `/api/v1/bookings${query}`),
    act: (id: string, what: string, body: object = {}) =>
      host.json<HostBooking>('POST', `/api/v1/bookings/${id}/${what}`, body),
    codeOf: async (method: 'POST' | 'PUT', path: string, body: object) => {
      const answer = await host.request(method, path, body);
      return [answer.status, ((await answer.json()) as { code?: string }).code];
    },
  };
}

test('pages of a view follow each other without gap or repetition', async () => {
  const host = await newHost();
  const booked = [];
  for (let index = 0; index < 7; index += 1) booked.push((await host.bookedBy(`Guest ${index}`)).id);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page = await host.list(`?limit=3${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    expect(page.items.length).toBeLessThanOrEqual(3);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(booked);
});

test('each view has what belongs to it', async () => {
  const host = await newHost('phone', { requiresConfirmation: true });
  const [waiting, confirmed, declined, cancelled] = [
    await host.bookedBy('Waiting'),
    await host.bookedBy('Confirmed'),
    await host.bookedBy('Declined'),
    await host.bookedBy('Cancelled'),
  ];
  await host.act(confirmed.id, 'confirm');
  await host.act(declined.id, 'decline', { reason: 'No time' });
  await host.act(cancelled.id, 'cancel', { reason: 'Ill' });
  const idsIn = async (view: string) => (await host.list(`?view=${view}`)).items.map(({ id }) => id);
  expect(await idsIn('pending')).toEqual([waiting.id]);
  expect(await idsIn('upcoming')).toEqual([waiting.id, confirmed.id]);
  expect(await idsIn('cancelled')).toEqual([cancelled.id, declined.id]);
  expect(await idsIn('past')).toEqual([]);
  expect((await host.list()).items.map(({ id }) => id)).toEqual([waiting.id, confirmed.id]);
});

test('a booking whose guest asks for another time stands among the upcoming and among those that wait', async () => {
  const host = await newHost('phone', { requiresConfirmation: true });
  const { id, token, startsAt } = await host.bookedBy('Mover');
  await host.act(id, 'confirm');
  const wanted = host.nextTime();
  await newGuest(api.base).reschedule(token, wanted);
  for (const view of ['upcoming', 'pending'])
    expect((await host.list(`?view=${view}`)).items).toMatchObject([{ id, startsAt, proposedStartsAt: wanted }]);
  const { timeline } = await host.act(id, 'decline', { reason: 'No time' });
  expect(timeline.map(({ actor, kind }) => `${actor} ${kind}`).slice(2)).toEqual([
    'guest proposed',
    'host proposal_declined',
  ]);
  expect((await host.list('?view=pending')).items).toEqual([]);
  expect((await host.list('?view=upcoming')).items).toMatchObject([{ id, proposedStartsAt: null, reason: 'No time' }]);
});

test('a search finds words as they are, signs of patterns included', async () => {
  const host = await newHost();
  for (const name of ['Ann Lee', '100% Bob', 'under_score', String.raw`back\slash`]) await host.bookedBy(name);
  const found = async (words: string) =>
    (await host.list(`?q=${encodeURIComponent(words)}`)).items.map(({ guest }) => guest.name);
  expect(await found('ann')).toEqual(['Ann Lee']);
  expect(await found('%')).toEqual(['100% Bob']);
  expect(await found('_')).toEqual(['under_score']);
  expect(await found('\\')).toEqual([String.raw`back\slash`]);
  expect(await found('intro')).toHaveLength(4);
  expect(await found(`' or 1=1 --`)).toEqual([]);
});

test('a view is narrowed to an event type and to dates as a zone has them', async () => {
  const host = await newHost();
  const { id: other, slug } = await host.offer('phone', { slotIntervalMinutes: 30 });
  const [first, second] = [await host.bookedBy('First'), await host.bookedBy('Second')];
  const third = await newGuest(api.base).book({ handle: host.handle, slug }, host.nextTime());
  const ids = async (query: string) => (await host.list(query)).items.map(({ id }) => id);
  expect(await ids(`?eventType=${other}`)).toEqual([third.id]);
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const day = dateIn(second.startsAt, timeZone);
    const expected = [first, second, third].filter(({ startsAt }) => dateIn(startsAt, timeZone) === day);
    const query = `?from=${day}&to=${day}&timeZone=${encodeURIComponent(timeZone)}`;
    expect(await ids(query)).toEqual(expected.map(({ id }) => id));
    expect(await ids(`${query}&q=second`)).toEqual([second.id]);
  }
  expect(await ids('?to=2020-01-01')).toEqual([]);
  await host.act(first.id, 'cancel');
  expect(await ids('?view=calendar')).toEqual([second.id, third.id]);
  const csv = await (await host.request('GET', `/api/v1/bookings.csv?eventType=${other}`)).text();
  expect(csv).toContain(third.id);
  expect(csv).not.toContain(second.id);
  expect((await host.request('GET', '/api/v1/bookings?from=tomorrow')).status).toBe(422);
});

test('the table of bookings is text to spreadsheets, with any name of a guest', async () => {
  const host = await newHost();
  await host.bookedBy('=HYPERLINK("https://evil.example")');
  const answer = await host.request('GET', '/api/v1/bookings.csv');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="bookings.csv"');
  const [headings, row] = (await answer.text()).split('\r\n');
  expect(headings).toContain('"guestName"');
  expect(row).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
});

test('confirming and declining are decided once', async () => {
  const host = await newHost('phone', { requiresConfirmation: true });
  const { id } = await host.bookedBy('Sam');
  const confirmed = await host.act(id, 'confirm', { revision: 1 });
  expect(confirmed).toMatchObject({ status: 'confirmed', revision: 2 });
  expect(await host.act(id, 'confirm')).toMatchObject({ status: 'confirmed', revision: 2 });
  expect(await host.codeOf('POST', `/api/v1/bookings/${id}/decline`, {})).toEqual([409, 'invalid_transition']);
  expect(confirmed.timeline.map(({ actor, kind }) => `${actor} ${kind}`)).toEqual(['guest booked', 'host confirmed']);
});

test('the host moves a booking, and is told when the booking was changed meanwhile', async () => {
  const host = await newHost();
  const { id, startsAt } = await host.bookedBy('Sam');
  const to = host.nextTime();
  expect(await host.act(id, 'reschedule', { startsAt: to, revision: 1 })).toMatchObject({
    status: 'confirmed',
    startsAt: to,
    previousStartsAt: startsAt,
    revision: 2,
  });
  for (const what of ['cancel', 'resend'])
    expect(await host.codeOf('POST', `/api/v1/bookings/${id}/${what}`, { revision: 1 })).toEqual([409, 'stale']);
  const moved = { startsAt: host.nextTime(), revision: 1 };
  expect(await host.codeOf('POST', `/api/v1/bookings/${id}/reschedule`, moved)).toEqual([409, 'stale']);
  expect(await host.codeOf('PUT', `/api/v1/bookings/${id}/link`, { url: 'https://a.example', revision: 1 })).toEqual([
    409,
    'stale',
  ]);
});

test('a booking without its platform says so; a pasted link wins', async () => {
  const host = await newHost('zoom');
  const { id, conference } = await host.bookedBy('Sam');
  expect(conference).toEqual({ provider: 'zoom', status: 'unavailable', joinUrl: null });
  expect((await host.booking(id)).conference.problem).toMatchObject({
    code: expect.any(String),
    text: expect.any(String),
  });
  const url = 'https://meet.example/room?x=1';
  const linked = await host.json<HostBooking>('PUT', `/api/v1/bookings/${id}/link`, { url });
  expect(linked.conference).toMatchObject({ status: 'ready', joinUrl: url });
  for (const bad of ['javascript:alert(1)', 'ftp://x.example', 'room', `https://x.example/${'a'.repeat(2_000)}`])
    expect(await host.codeOf('PUT', `/api/v1/bookings/${id}/link`, { url: bad })).toEqual([422, 'validation_failed']);
});

test('a cancelled booking takes no link and no second thought', async () => {
  const host = await newHost();
  const { id } = await host.bookedBy('Sam');
  await host.act(id, 'cancel', { reason: 'Ill' });
  for (const what of ['confirm', 'resend'])
    expect(await host.codeOf('POST', `/api/v1/bookings/${id}/${what}`, {})).toEqual([409, 'invalid_transition']);
  expect(await host.codeOf('PUT', `/api/v1/bookings/${id}/link`, { url: 'https://a.example' })).toEqual([
    409,
    'invalid_transition',
  ]);
});
