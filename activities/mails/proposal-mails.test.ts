import { expect, test } from 'vitest';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { declineBooking } from '#commands/bookings/decline-booking.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import type { HourCycle } from '#domain/locale.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { type ReadMail, readMail } from '#test/fixtures/mime.ts';
import { drainMails, openWorkshop, passMinutes } from '#test/fixtures/workshop.ts';
import { momentOf, whenOf } from '#mail/times.ts';
import { sendMails } from './send-mails.ts';

const deps = await openWorkshop();

/** A confirmed booking whose readers know it, of a host who confirms each new time. */
async function confirmed() {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { requiresConfirmation: true });
  const bookingId = await bookTime(deps, type, at(0));
  const answer = { bookingId, hostId: host.id };
  await confirmBooking(deps, answer);
  await drainMails(deps, bookingId);
  return {
    ask: (minutes: number, reason = '') =>
      rescheduleBooking(deps, { bookingId, actor: 'guest', startsAt: at(minutes), reason }),
    moveByHost: (minutes: number) => rescheduleBooking(deps, { bookingId, actor: 'host', startsAt: at(minutes) }),
    confirm: () => confirmBooking(deps, answer),
    decline: (reason: string) => declineBooking(deps, { ...answer, reason }),
    mailed: () => drainMails(deps, bookingId),
    later: () => passMinutes(deps, bookingId, 2),
    /** What is mailed now to each reader, as they read it. */
    read: async (): Promise<ReadMail[]> => {
      deps.mailroom.taken.length = 0;
      await sendMails(deps, bookingId);
      return deps.mailroom.taken.map(({ source }) => readMail(source));
    },
  };
}

const READER = {
  readerTimeZone: 'Europe/Berlin',
  readerLocale: 'en-GB',
  readerHourCycle: 'h23',
  writtenAt: Date.now(),
} as const;

const BOTH = (kind: string) => [`${kind} guest`, `${kind} host`];

test('who chooses another time from another zone is mailed in that zone, by the clock the page showed', async () => {
  const host = await makeHost(deps);
  const bookingId = await bookTime(deps, await makeEventType(deps, host), at(0));
  await drainMails(deps, bookingId);
  const seen = { timeZone: 'Asia/Tokyo', locale: 'en-US' };
  await rescheduleBooking(deps, { bookingId, actor: 'guest', startsAt: at(60), ...seen });
  deps.mailroom.taken.length = 0;
  await sendMails(deps, bookingId);
  const texts = deps.mailroom.taken.map(({ source }) => readMail(source).text);
  const { hours, zone } = whenOf(at(60).getTime(), at(90).getTime(), {
    readerTimeZone: 'Asia/Tokyo',
    readerLocale: 'en-US',
    readerHourCycle: 'h12',
    writtenAt: Date.now(),
  });
  expect(texts.some((text) => text.includes(hours) && text.includes(zone))).toBe(true);
  expect(hours).toMatch(/ [AP]M$/);
});

test('a host whose pages write 2:30 PM is mailed so; the guest keeps the clock of the guest’s page', async () => {
  const host = await makeHost(deps, { hourCycle: 'h12' });
  const bookingId = await bookTime(deps, await makeEventType(deps, host), at(0));
  deps.mailroom.taken.length = 0;
  await sendMails(deps, bookingId);
  const texts = deps.mailroom.taken.map(({ source }) => readMail(source).text);
  const isWritten = (readerTimeZone: string, readerHourCycle: HourCycle) => {
    const { hours } = whenOf(at(0).getTime(), at(30).getTime(), { ...READER, readerTimeZone, readerHourCycle });
    return texts.some((text) => text.includes(hours));
  };
  expect([isWritten('UTC', 'h12'), isWritten('Europe/Berlin', 'h23')]).toEqual([true, true]);
  expect([isWritten('UTC', 'h23'), isWritten('Europe/Berlin', 'h12')]).toEqual([false, false]);
});

test('asked and declined: each is told once, with both times, and no calendar changes', async () => {
  const { ask, decline, read, later } = await confirmed();
  await ask(120, 'My train is late.');
  const [asked, asks] = await read();
  expect(asked?.text).not.toContain('My train is late.');
  expect(asks?.text).toContain('My train is late.');
  expect(asked?.text).toContain(momentOf(at(120).getTime(), READER));
  expect(asks?.text).toContain(momentOf(at(120).getTime(), { ...READER, readerTimeZone: 'UTC' }));
  expect(asks?.text).toContain('Confirm or decline:');
  await later();
  await decline('I am away then.');
  const [declined, told] = await read();
  expect(declined?.text).toContain('stays at its time');
  expect(declined?.text).toContain('Read Robin Host’s note');
  expect(declined?.text).not.toContain('I am away then.');
  expect(told?.text).toContain('I am away then.');
  for (const mail of [asked, asks, declined, told]) expect(mail?.calendars).toEqual([]);
});

test('asked and confirmed: the usual new time with its calendar update, as agreed', async () => {
  const { ask, confirm, read, later } = await confirmed();
  await ask(120);
  await read();
  await later();
  await confirm();
  const [guest, host] = await read();
  expect(guest?.text).toContain('confirmed the new time you asked for');
  expect(guest?.calendars[0]?.bytes.toString()).toContain('METHOD:REQUEST');
  expect(host?.text).toContain('You confirmed the time Sam Guest asked for');
});

test('changes within a minute are told together: withdrawn and asked again is one mail', async () => {
  const { ask, mailed, later } = await confirmed();
  await ask(120);
  expect(await mailed()).toEqual(BOTH('proposed'));
  await ask(0);
  await ask(180);
  expect(await mailed()).toEqual([]);
  await later();
  expect(await mailed()).toEqual(BOTH('proposed'));
  await ask(0);
  await later();
  expect(await mailed()).toEqual(BOTH('proposal_withdrawn'));
});

test('who was told of no proposal is not told of its end', async () => {
  const { ask, decline, mailed } = await confirmed();
  await ask(120);
  await decline('No');
  expect(await mailed()).toEqual([]);
});

test('a host who moves the booking meanwhile tells so in the mail of the move', async () => {
  const { ask, moveByHost, mailed, later } = await confirmed();
  await ask(120);
  await mailed();
  await moveByHost(240);
  await later();
  expect(await mailed()).toEqual(BOTH('rescheduled'));
});

test('moved and moved back while a proposal waits: both learn that it is over', async () => {
  const { ask, moveByHost, mailed, later } = await confirmed();
  await ask(120);
  await mailed();
  await moveByHost(240);
  await moveByHost(0);
  await later();
  expect(await mailed()).toEqual(BOTH('rescheduled'));
});
