import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { resendBooking } from '#commands/bookings/resend-booking.ts';
import { setContactAddress } from '#commands/hosts/contact-address.ts';
import { updateProfile } from '#commands/hosts/profile.ts';
import { setBookingLink } from '#commands/bookings/set-booking-link.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { at, bookTime, mailsOf, tally } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { readMail } from '#test/fixtures/mime.ts';
import { drainMails, makeLive, openWorkshop, passMinutes, plan, shift } from '#test/fixtures/workshop.ts';
import { claimMails, sendMails } from './send-mails.ts';

const deps = await openWorkshop();

/** The calendar files of the mails that were taken, in order; empty where a mail had none. */
const filesSent = () => deps.mailroom.taken.map(({ source }) => readMail(source).calendars[0]?.bytes.toString() ?? '');
const methodsSent = () => filesSent().map((file) => /^METHOD:(\w+)/m.exec(file)?.[1]);

const isToGuest = ({ to }: { readonly to: string }) => to.endsWith('@example.org');
const toldTo = (reader: 'guest' | 'host') =>
  methodsSent().filter((_, at) => isToGuest(deps.mailroom.taken[at] ?? { to: '' }) === (reader === 'guest'));
const retryNow = (booking: string) =>
  deps.orm.em.fork().execute(`update email_deliveries set retry_at = null where booking_id = ?`, [booking]);

async function booked(changes: Parameters<typeof makeEventType>[2] = {}) {
  deps.mailroom.taken.length = 0;
  deps.mailroom.says = 'yes';
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, changes);
  return { host, type, id: await bookTime(deps, type, at(0)) };
}

async function atZoom() {
  const host = await makeHost(deps);
  await makeConnection(deps, host);
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' } });
  return { host, id: await bookTime(deps, type, at(0)) };
}

const deliveries = (booking: string) =>
  deps.orm.em.fork().find(EmailDelivery, { booking }, { orderBy: { createdAt: 'asc', recipient: 'asc' } });
const expireLeases = (booking: string) =>
  deps.orm.em.fork().execute(`update email_deliveries set claimed_until = now() where booking_id = ?`, [booking]);

test('moved before any mail went out: one confirmation, with the time it has now', async () => {
  const { id } = await booked();
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(120) });
  expect((await sendMails(deps, id)).went.toSorted()).toEqual(['confirmed → guest: sent', 'confirmed → host: sent']);
  expect(tally(await mailsOf(deps, id))).toEqual({
    'confirmed guest sent': 1,
    'confirmed host sent': 1,
    'rescheduled guest superseded': 2,
    'rescheduled host superseded': 2,
  });
  expect(filesSent()[0]).toContain(
    `DTSTART:${at(120)
      .toISOString()
      .replace(/[-:]|\.\d+/g, '')}`,
  );
});

test('cancelled before any mail went out: only the cancellation', async () => {
  const { id } = await booked();
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  expect(await drainMails(deps, id)).toEqual(['cancelled guest', 'cancelled host']);
});

test('of several moves after the confirmation the newest is told', async () => {
  const { id } = await booked();
  await sendMails(deps, id);
  for (const minutes of [60, 120, 180])
    await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(minutes) });
  expect(await drainMails(deps, id)).toEqual(['rescheduled guest', 'rescheduled host']);
});

test('a pending booking confirmed before its first mail: only the confirmation', async () => {
  const { id, host } = await booked({ requiresConfirmation: true });
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  expect(await drainMails(deps, id)).toEqual(['confirmed guest', 'confirmed host']);
});

test('two resends are two mails each', async () => {
  const { id, host } = await booked();
  await sendMails(deps, id);
  await resendBooking(deps, { bookingId: id, hostId: host.id });
  await resendBooking(deps, { bookingId: id, hostId: host.id });
  expect(tally(await drainMails(deps, id))).toEqual({ 'confirmed guest': 2, 'confirmed host': 2 });
});

test('who was mailed without a link is mailed the link, once for each link', async () => {
  const { id, host } = await atZoom();
  await plan(deps, id);
  await deps.orm.em.fork().execute('update email_deliveries set due_at = now() where booking_id = ?', [id]);
  expect(await drainMails(deps, id)).toEqual(['confirmed guest', 'confirmed host']);
  await makeLive(deps, id);
  await plan(deps, id);
  await plan(deps, id);
  expect(await drainMails(deps, id)).toEqual(['link_ready guest', 'link_ready host']);
  await plan(deps, id);
  expect(await drainMails(deps, id)).toEqual([]);
  await setBookingLink(deps, { bookingId: id, hostId: host.id, url: 'https://meet.example.com/mine' });
  await plan(deps, id);
  await passMinutes(deps, id, 1);
  expect(await drainMails(deps, id)).toEqual(['link_ready guest', 'link_ready host']);
});

test('who was mailed with the link is not mailed it again', async () => {
  const { id } = await atZoom();
  await plan(deps, id);
  await makeLive(deps, id);
  await plan(deps, id);
  expect(await drainMails(deps, id)).toEqual(['confirmed guest', 'confirmed host']);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: false });
  expect(await drainMails(deps, id)).toEqual([]);
});

test('the host’s "link missing" is not sent beside a confirmation that says so itself', async () => {
  const { id } = await atZoom();
  await plan(deps, id);
  const em = deps.orm.em.fork();
  await em.execute(`update email_deliveries set due_at = now() where booking_id = ?`, [id]);
  await em.execute(
    `insert into email_deliveries (id, about, booking_id, kind, cause, recipient, state, due_at, message_id, created_at)
       select gen_random_uuid(), id, id, 'link_missing', 'parked', 'host', 'queued', now(), 'm', now() from bookings where id = ?`,
    [id],
  );
  expect(await drainMails(deps, id)).toEqual(['confirmed guest', 'confirmed host']);
});

test('a claim is a lease: no other worker sends meanwhile, and after it the same Message-ID goes out', async () => {
  const { id } = await booked();
  const [first, second] = await claimMails(deps, id);
  expect([first, second].map((claim) => claim?.mail.recipient)).toEqual(['guest', 'host']);
  expect(await claimMails(deps, id)).toEqual([]);
  await expireLeases(id);
  const [again] = await claimMails(deps, id);
  expect(again?.mail).toMatchObject({ id: first?.mail.id, messageId: first?.mail.messageId, attempts: 2 });
});

test('a mail that cannot be written waits longer each time, and delays no other mail', async () => {
  const { id } = await booked();
  // Without a key no link of a guest can be made.
  const keyless = { ...deps, config: { ...deps.config, LINK_KEYS: [] } };
  for (const factor of [1, 2, 4]) {
    await retryNow(id);
    await expectWait(id, factor * deps.config.RETRY_AFTER_MS, () => sendMails(keyless, id));
    await sendMails(keyless, id);
    expect(await mailsOf(deps, id)).toEqual(['confirmed guest queued', 'confirmed host sent']);
  }
});

/** That the guest's mail waits so long after what `act` does, however long that takes. */
async function expectWait(id: string, ms: number, act: () => Promise<unknown>): Promise<void> {
  const before = Date.now();
  await act();
  const [mail] = await deliveries(id);
  const waitsFrom = (mail?.retryAt?.getTime() ?? 0) - ms;
  // The database's clock is finer than ours.
  expect(waitsFrom).toBeGreaterThanOrEqual(before - 1);
  expect(waitsFrom).toBeLessThanOrEqual(Date.now() + 1);
}

test('a sender whose lease ran out does not overwrite what its successor did', async () => {
  const { id } = await booked();
  const sending = Promise.withResolvers<void>();
  const slow = {
    ...deps,
    mail: { ...deps.mail, handOver: () => sending.promise },
  };
  const late = sendMails(slow, id);
  await expect.poll(async () => (await deliveries(id)).some(({ state }) => state === 'claimed')).toBe(true);
  await expireLeases(id);
  deps.mailroom.says = 'never';
  await sendMails(deps, id);
  sending.resolve();
  await late;
  const states = (await deliveries(id)).map(({ state }) => state);
  expect(states[0]).toBe('refused');
});

test('a server that takes no mail now is tried again after a growing wait, for each reader', async () => {
  const { id } = await booked();
  deps.mailroom.says = 'later';
  for (let round = 0; round < 3; round += 1) {
    await expectWait(id, 2 ** round * deps.config.RETRY_AFTER_MS, () => sendMails(deps, id));
    const waiting = { state: 'queued', attempts: round + 1 };
    expect(await deliveries(id)).toMatchObject([waiting, waiting]);
    await retryNow(id);
  }
  deps.mailroom.says = 'yes';
  await sendMails(deps, id);
  expect((await deliveries(id)).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('a mail refused permanently is not looped, and the host is shown it', async () => {
  const { id } = await booked();
  deps.mailroom.says = 'never';
  await sendMails(deps, id);
  expect((await deliveries(id)).map(({ state }) => state)).toEqual(['refused', 'refused']);
  expect((await deliveries(id))[0]?.problem).toContain('rejected');
  deps.mailroom.says = 'yes';
  await sendMails(deps, id);
  expect(deps.mailroom.taken).toEqual([]);
});

test('who got an invitation gets its end, who got none does not', async () => {
  const { id } = await booked();
  await sendMails(deps, id);
  await cancelBooking(deps, { bookingId: id, actor: 'host' });
  await sendMails(deps, id);
  expect(methodsSent()).toEqual(['REQUEST', 'REQUEST', 'CANCEL', 'CANCEL']);

  const never = await booked();
  await cancelBooking(deps, { bookingId: never.id, actor: 'host' });
  await sendMails(deps, never.id);
  expect(methodsSent()).toEqual([undefined, undefined]);
});

test('an invitation whose answer was lost may have arrived: it goes out again as it was, and then its end', async () => {
  const { id } = await booked();
  deps.mailroom.says = 'nothing';
  await sendMails(deps, id);
  await cancelBooking(deps, { bookingId: id, actor: 'host' });
  deps.mailroom.says = 'yes';
  await sendMails(deps, id);
  expect(toldTo('host')).toEqual(['REQUEST']);
  await retryNow(id);
  await sendMails(deps, id);
  for (const reader of ['guest', 'host'] as const) expect(toldTo(reader)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  const [first, second] = deps.mailroom.taken.filter(isToGuest);
  expect(second).toEqual(first);
});

test('a mail that was given up without an answer stands in the timeline', async () => {
  const { id } = await booked();
  const lines = async () => {
    const events = await deps.orm.em.fork().find(BookingEvent, { booking: id, kind: 'mail_undelivered' });
    return events.map(({ text }) => text);
  };
  deps.mailroom.says = 'nothing';
  await sendMails(deps, id);
  await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(60) });
  expect(await lines()).toEqual([]);
  await passMinutes(deps, id, 25 * 60);
  deps.mailroom.says = 'later';
  await sendMails(deps, id);
  await shift(deps, id, -120);
  await plan(deps, id);
  expect((await lines()).toSorted()).toEqual([
    'A mail to the guest could not be delivered before the meeting was over.',
    'A mail to the host could not be delivered before the meeting was over.',
    'It is not known whether a mail to the guest arrived: the mail server never confirmed it.',
    'It is not known whether a mail to the host arrived: the mail server never confirmed it.',
  ]);
});

test('news about a mail that may have arrived comes in a mail of its own, after it', async () => {
  const { id } = await booked();
  deps.mailroom.says = 'nothing';
  await sendMails(deps, id);
  await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(60) });
  deps.mailroom.says = 'yes';
  await retryNow(id);
  await sendMails(deps, id);
  expect(await mailsOf(deps, id)).toEqual([
    'confirmed guest sent',
    'confirmed host sent',
    'rescheduled guest sent',
    'rescheduled host sent',
  ]);
});

test.each([
  [null, false, /^Reply-To: Insytical <info@insytical\.com>/m, 'Replies to this email reach Insytical support'],
  [null, true, /^Reply-To: .*<[0-9a-f-]{36}@example\.com>/m, 'Reply to reach Robin Host'],
  ['hello@example.net', true, /^Reply-To: .*<hello@example\.net>/m, 'Reply to reach Robin Host'],
])(
  'contact address %s, login’s shown: %s: guests reply to %s, and read that they do; the login’s stands nowhere else',
  async (contactEmail, showsLoginEmail, replyTo, says) => {
    const { host, id } = await booked();
    await setContactAddress(deps, { hostId: host.id, email: contactEmail });
    await updateProfile(deps, { hostId: host.id, showsLoginEmail });
    await sendMails(deps, id);
    const [toGuest, toHost] = [true, false].map((guest) =>
      deps.mailroom.taken.find((mail) => isToGuest(mail) === guest),
    );
    expect(toGuest?.source).toMatch(replyTo);
    expect(readMail(toGuest?.source ?? '').text).toContain(says);
    const isReplyTo = contactEmail === null && showsLoginEmail;
    expect(toGuest?.source.split(host.email)).toHaveLength(isReplyTo ? 2 : 1);
    expect(toHost?.to).toBe(host.email);
  },
);
