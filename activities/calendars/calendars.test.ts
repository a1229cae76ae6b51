import { expect, test } from 'vitest';
import { loadAvailability } from '#commands/bookings/availability.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { addCalendar } from '#commands/calendars/add-calendar.ts';
import { checkCalendar, stopCalendar } from '#commands/calendars/change-calendar.ts';
import { exportHost } from '#commands/privacy/export-host.ts';
import { calendarText } from '#dev/clients/calendars.ts';
import { BusyTime, Calendar } from '#db/entities/calendar.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { EventType } from '#db/entities/event-type.ts';
import { judgeSlot } from '#domain/slots/slots.ts';
import { at, bookTime, outcomes, readBooking } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openSimulatedCalendars } from '#test/fixtures/simulated-calendars.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { sendCalendarMails } from './calendar-mails.ts';
import { planCalendar } from './plan-calendar.ts';
import { readCalendarNow } from './read-calendar.ts';

const servers = await openSimulatedCalendars();
const deps = await openWorkshop({ environment: { OUTBOUND_ALLOW: servers.allowed } });

const BUSY = calendarText([{ from: at(0), to: at(60) }]);

/** A host who uses a calendar with this text, and an event type of 30 minutes. */
async function hostWith(name: string, text: string, behaviour: Parameters<typeof servers.publish>[2] = {}) {
  const host = await makeHost(deps);
  const eventType = await makeEventType(deps, host);
  const url = await servers.publish(name, text, behaviour);
  const { id } = await addCalendar(deps, { hostId: host.id, url });
  return { host, eventType, id, url };
}

const read = (id: string) => readCalendarNow(deps, id);
const plan = (id: string) => planCalendar(deps, id, { busy: [], gaveUp: false });
const rowOf = (id: string) => deps.orm.em.fork().findOneOrFail(Calendar, { id });
const later = (id: string, minutes: number) =>
  deps.orm.em.fork().execute(
    `update calendars set tried_at = tried_at - interval '1 minute' * ?, trouble_since = trouble_since - interval '1 minute' * ?,
        retry_at = retry_at - interval '1 minute' * ? where id = ?`,
    [minutes, minutes, minutes, id],
  );

async function verdict(eventType: EventType, startsAt: Date) {
  const range = { from: startsAt, to: startsAt };
  const question = await loadAvailability(deps.orm.em.fork(), eventType, range, deps.now());
  return judgeSlot(question, startsAt.getTime());
}

test('a calendar’s busy times block slots, and bookings of them are refused', async () => {
  const { eventType, id } = await hostWith('plain', BUSY);
  expect(await read(id)).toMatchObject({ outcome: 'read', code: null });
  expect(await verdict(eventType, at(0))).toBe('busy');
  expect(await verdict(eventType, at(-15))).toBe('busy');
  expect(await verdict(eventType, at(60))).toBe('offered');
  expect(await outcomes([bookTime(deps, eventType, at(30)), bookTime(deps, eventType, at(60))])).toEqual([
    'slot_unavailable',
    'ok',
  ]);
});

test('an event type’s buffers keep their distance from busy times', async () => {
  const { host, id } = await hostWith('buffers', BUSY);
  await read(id);
  const buffered = await makeEventType(deps, host, { bufferAfterMinutes: 15 });
  expect(await verdict(buffered, at(-40))).toBe('buffer');
  expect(await verdict(buffered, at(-45))).toBe('offered');
});

test('until a calendar was read for the first time nothing is offered, and all of it once it is no longer used', async () => {
  const { host, eventType, id } = await hostWith('unread', BUSY, { status: 500 });
  expect(await verdict(eventType, at(600))).toBe('busy');
  await read(id);
  expect(await rowOf(id)).toMatchObject({ state: 'unreadable', problem: 'bad_answer', readAt: null });
  expect(await verdict(eventType, at(600))).toBe('busy');
  await stopCalendar(deps, { hostId: host.id, calendarId: id });
  expect(await verdict(eventType, at(600))).toBe('offered');
  expect(deps.signalled.at(-1)).toBe(`calendar ${id} stopped`);
  expect(await plan(id)).toMatchObject({ state: 'stopped', done: true });
});

test('a calendar that dies blocks with what was last known, and one that comes back with what it says then', async () => {
  const { eventType, id } = await hostWith('dies', BUSY);
  await read(id);
  for (const [status, problem] of [
    [404, 'not_found'],
    [403, 'no_access'],
    [503, 'bad_answer'],
  ] as const) {
    await servers.publish('dies', '', { status });
    expect(await read(id)).toMatchObject({ outcome: 'refused', code: problem });
    expect(await verdict(eventType, at(0))).toBe('busy');
  }
  await servers.publish('dies', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:cut');
  expect(await read(id)).toMatchObject({ code: 'not_a_calendar' });
  expect(await verdict(eventType, at(0))).toBe('busy');
  await servers.publish('dies', calendarText([{ from: at(120), to: at(180) }]));
  await read(id);
  expect([await verdict(eventType, at(0)), await verdict(eventType, at(120))]).toEqual(['offered', 'busy']);
  expect(await rowOf(id)).toMatchObject({ state: 'ok', problem: null, troubleSince: null, failures: 0 });
});

test('what has not changed is not sent again, until what is known of it runs out', async () => {
  const { id } = await hostWith('unchanged', BUSY);
  await read(id);
  await read(id);
  await deps.orm.em
    .fork()
    .execute(`update calendars set known_until = known_until - interval '8 days' where id = ?`, [id]);
  await read(id);
  expect(await servers.readings('unchanged')).toEqual([200, 304, 200]);
  expect(await deps.orm.em.fork().count(BusyTime, { calendar: id })).toBe(1);
});

test('only intervals are kept: no titles, and the address sealed', async () => {
  const { host, id, url } = await hostWith('secrets', BUSY);
  await read(id);
  const tables = ['calendars', 'busy_times'];
  const kept = await Promise.all(tables.map((table) => deps.orm.em.fork().execute(`select t::text from ${table} t`)));
  const exported = JSON.stringify(await exportHost(deps, { hostId: host.id }));
  for (const text of [JSON.stringify(kept), exported]) {
    expect(text).not.toContain('Secret of the host');
    expect(text).not.toContain(url);
    expect(text).not.toContain(Buffer.from(url).toString('hex'));
  }
  expect(JSON.parse(exported)).toMatchObject({ calendars: [{ id, busyTimes: [{ startsAt: at(0).toISOString() }] }] });
});

test('our own invitation in a host’s calendar does not keep its booking from being moved', async () => {
  const { eventType, id } = await hostWith('own', BUSY);
  await read(id);
  const bookingId = await bookTime(deps, eventType, at(600));
  const domain = deps.config.MAIL_FROM.split('@')[1];
  const invitation = { from: at(600), to: at(630), uid: `booking-${bookingId}@${domain}` };
  await servers.publish('own', calendarText([invitation]));
  await read(id);
  await rescheduleBooking(deps, { bookingId, actor: 'guest', startsAt: at(615) });
  expect((await readBooking(deps, bookingId)).startsAt).toEqual(at(615));
  // The calendar still shows the former time for a while, which blocks nothing.
  expect(await verdict(eventType, at(585))).toBe('offered');
});

test('the invitation of another host’s booking blocks: this host is its guest', async () => {
  const other = await makeHost(deps);
  const bookingId = await bookTime(deps, await makeEventType(deps, other), at(900));
  const uid = `booking-${bookingId}@${deps.config.MAIL_FROM.split('@')[1]}`;
  const { eventType, id } = await hostWith('guest-of', calendarText([{ from: at(900), to: at(930), uid }]));
  await read(id);
  expect(await verdict(eventType, at(900))).toBe('busy');
});

test('a calendar is read at once, then at its pace, after failures later and later, and when its host asks', async () => {
  const { host, id } = await hostWith('pace', BUSY);
  expect(await plan(id)).toMatchObject({ readDue: true, done: false });
  await read(id);
  expect(await plan(id)).toMatchObject({ readDue: false, next: { name: 'the next reading' } });
  await later(id, 12);
  expect(await plan(id)).toMatchObject({ readDue: true });
  await servers.publish('pace', '', { status: 500 });
  const waits: number[] = [];
  for (let failures = 0; failures < 8; failures += 1) {
    await read(id);
    waits.push(Math.round((await plan(id)).next?.inMs ?? 0) / 1_000);
  }
  expect(waits.map((seconds) => Math.ceil(seconds / 30) * 30)).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
  await checkCalendar(deps, { hostId: host.id, calendarId: id });
  expect(await plan(id)).toMatchObject({ readDue: true });
  await servers.publish('pace', '', { status: 429, retryAfter: '7200' });
  await read(id);
  const { triedAt, retryAt } = await rowOf(id);
  expect(Number(retryAt) - Number(triedAt)).toBe(7_200_000);
});

test.each([
  [59, null],
  [61, 0],
  [1_441, 1],
  [4_321, 3],
  [10_081, 7],
  [40_000, 7],
])('%i minutes after it became unreadable its host has been mailed about day %s', async (minutes, day) => {
  const { host, id } = await hostWith('mails', BUSY, { status: 500 });
  await read(id);
  await later(id, minutes);
  for (let round = 0; round < 2; round += 1) {
    await plan(id);
    await sendCalendarMails(deps, id);
  }
  const sent = await deps.orm.em.fork().find(EmailDelivery, { calendar: id, state: 'sent' });
  expect(sent.map(({ cause }) => Number(cause.split('+')[1]))).toEqual(day === null ? [] : [day]);
  expect(deps.mailroom.taken.filter(({ to }) => to === host.email)).toHaveLength(sent.length);
});

test('a mail of an outage that is over does not go', async () => {
  const { id } = await hostWith('over', BUSY, { status: 500 });
  await read(id);
  await later(id, 61);
  expect(await plan(id)).toMatchObject({ mailsDue: true });
  await servers.publish('over', BUSY);
  await read(id);
  expect(await sendCalendarMails(deps, id)).toEqual([]);
});
