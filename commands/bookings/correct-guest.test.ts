import { expect, test } from 'vitest';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { at, bookTime, mailsOf, outcomes, readBooking } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { correctGuest } from './correct-guest.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { unsubscribeReminders } from './unsubscribe-reminders.ts';

const deps = await openInstallation();
const RIGHT = { name: 'Sam Guest', email: 'right@example.org' };
const mayMail = () => Promise.resolve();
const refuse = () => Promise.reject(new Error('too much'));

async function booked(rules: Parameters<typeof makeEventType>[2] = {}) {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, rules);
  const bookingId = await bookTime(deps, type, at(0));
  const correct = (changes = {}) => correctGuest(deps, { bookingId, hostId: host.id, ...RIGHT, ...changes }, mayMail);
  return { bookingId, host, correct };
}

test('a mail that a server may have got for the wrong address is not sent there again; reminders go to the right one', async () => {
  const { bookingId, correct } = await booked();
  const em = deps.orm.em.fork();
  const booking = await readBooking(deps, bookingId);
  await enqueueMail(em, booking, { kind: 'reminder', cause: `${at(0).getTime()}+60`, to: ['guest'], now: deps.now() });
  const handedOverAt = new Date();
  await em.nativeUpdate(
    EmailDelivery,
    { booking: bookingId, kind: 'confirmed' },
    { state: 'claimed', handedOverAt, claimedUntil: new Date(Date.now() + 60_000) },
  );
  await correct();
  expect((await mailsOf(deps, bookingId)).toSorted()).toEqual([
    'confirmed guest queued',
    'confirmed guest superseded',
    'confirmed host claimed',
    'confirmed host queued',
    'reminder guest queued',
  ]);
  expect(deps.signalled.at(-1)).toBe(`booking ${bookingId} resend`);
});

test('who wanted no reminders was another reader; with the same address that stays', async () => {
  const { bookingId, correct } = await booked();
  await unsubscribeReminders(deps, { bookingId });
  const { guestEmail } = await readBooking(deps, bookingId);
  await correct({ name: 'Another Name', email: guestEmail });
  expect(await readBooking(deps, bookingId)).toMatchObject({
    linkVersion: 1,
    remindersUnsubscribedAt: expect.any(Date),
  });
  await correct();
  expect(await readBooking(deps, bookingId)).toMatchObject({ linkVersion: 2, remindersUnsubscribedAt: null });
});

test('of a request the guest alone is told again, so that the host’s answer stays one', async () => {
  const { bookingId, correct } = await booked({ requiresConfirmation: true });
  await correct();
  expect(await mailsOf(deps, bookingId)).toEqual([
    'pending guest superseded',
    'pending host queued',
    'pending guest queued',
  ]);
});

test('a mailbox that gets too much is not written to, and nothing changes', async () => {
  const { bookingId, host } = await booked();
  await expect(correctGuest(deps, { bookingId, hostId: host.id, ...RIGHT }, refuse)).rejects.toThrow('too much');
  expect(await readBooking(deps, bookingId)).toMatchObject({ revision: 1, linkVersion: 1 });
});

test('another host’s guest is not found', async () => {
  const { bookingId } = await booked();
  const other = await makeHost(deps);
  expect(await outcomes([correctGuest(deps, { bookingId, hostId: other.id, ...RIGHT }, mayMail)])).toEqual([
    'not_found',
  ]);
});
