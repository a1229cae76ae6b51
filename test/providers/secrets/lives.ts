import { randomUUID } from 'node:crypto';
import { until } from '#dev/clients/until.ts';
import type { Booked, Stage } from '../stage.ts';
import type { Canaries } from './canaries.ts';

const DAY_MS = 86_400_000;

/** A question whose answer is confidential. */
export const QUESTION = { id: 'q1', label: 'What is it about?', kind: 'text', required: false };

/** A guest books, with an answer; what of it must not get about is noted. */
async function bookWith(stage: Stage, { personal, secret }: Canaries, inMs: number): Promise<Booked> {
  const guest = stage.newGuest();
  const answer = `answer-${randomUUID()}`;
  const booking = await guest.book(stage.page, await stage.freeTime(inMs), { [QUESTION.id]: answer });
  const of = `of ${stage.traits.id} ${booking.id.slice(-6)}`;
  personal[`name ${of}`] = guest.name;
  personal[`address ${of}`] = guest.email;
  personal[`answer ${of}`] = answer;
  secret[`guest's link ${of}`] = booking.token.split('.').at(-1) ?? '';
  return { guest, booking };
}

async function noteLink(stage: Stage, { personal }: Canaries, { booking }: Booked): Promise<void> {
  personal[`link of ${stage.traits.id} ${booking.id.slice(-6)}`] = (await stage.link(booking)).replace('https://', '');
}

/** Bookings that go well, to their end. */
export async function wentWell(stage: Stage, canaries: Canaries): Promise<void> {
  const kept = await bookWith(stage, canaries, 2 * DAY_MS);
  const dropped = await bookWith(stage, canaries, 3 * DAY_MS);
  for (const booked of [kept, dropped]) await noteLink(stage, canaries, booked);
  await stage.rest();
  await kept.guest.reschedule(kept.booking.token, await stage.freeTime(4 * DAY_MS));
  const reason = `reason-${randomUUID()}`;
  await dropped.guest.cancel(dropped.booking.token, reason);
  const pasted = `meet.example.org/${randomUUID()}`;
  await stage.host.json('PUT', `/api/v1/bookings/${kept.booking.id}/link`, { url: `https://${pasted}` });
  Object.assign(canaries.personal, { [`${stage.traits.id} reason`]: reason, [`${stage.traits.id} pasted`]: pasted });
  await stage.bothMailed(dropped, /^Cancelled/);
  await stage.rest();
}

/**
 * Creates that fail for a while, get lost and are refused permanently; refreshes that fail, and the end of the grant.
 */
export async function metTrouble(stage: Stage, canaries: Canaries): Promise<void> {
  const { provider, host } = stage;
  await provider.fault({ operation: 'create', effect: 'error', status: 500, times: 2 });
  await provider.fault({ operation: 'create', effect: 'drop_after_commit' });
  await noteLink(stage, canaries, await bookWith(stage, canaries, 2 * DAY_MS));

  await provider.fault({ operation: 'create', effect: 'error', status: 400 });
  const refused = await bookWith(stage, canaries, 3 * DAY_MS);
  await stage.awaitLine(refused, 'RUNNING confirmed failed');
  await host.json('POST', `/api/v1/bookings/${refused.booking.id}/resend`, {});
  await noteLink(stage, canaries, refused);

  await provider.expire(stage.accountEmail);
  await provider.fault({ operation: 'refresh', effect: 'error', status: 500, times: 2 });
  await noteLink(stage, canaries, await bookWith(stage, canaries, 4 * DAY_MS));

  await provider.endGrant(stage.accountEmail);
  const waiting = await bookWith(stage, canaries, 5 * DAY_MS);
  await stage.awaitCard({ status: 'reconnect_needed' });
  await stage.connect();
  await noteLink(stage, canaries, waiting);
  await stage.rest();
}

/** Guests ask for one time at once, and one for a time that is none: refused, by the database too. */
export async function collided(stage: Stage, { personal }: Canaries): Promise<void> {
  const startsAt = await stage.freeTime(7 * DAY_MS);
  const guests = Array.from({ length: 6 }, () => stage.newGuest());
  const unlucky = stage.newGuest();
  await Promise.allSettled([
    ...guests.map((guest) => guest.book(stage.page, startsAt)),
    unlucky.book(stage.page, 'no time at all'),
  ]);
  for (const { name, email } of [...guests, unlucky]) {
    personal[`name of ${email}`] = name;
    personal[`address of ${email}`] = email;
  }
}

/** A booking whose meeting is under way when `fail` takes a part of the stack away for some seconds. */
export async function bookedWithout(stage: Stage, canaries: Canaries, fail: () => Promise<void>): Promise<void> {
  await stage.provider.fault({ operation: 'create', effect: 'slow', delayMs: 1_500 });
  const booked = await bookWith(stage, canaries, 8 * DAY_MS);
  const isHanging = async () => (await stage.ledgerOf()).some(({ fault }) => fault === 'slow');
  await until('the call to hang', isHanging, { every: 50 });
  await fail();
  await noteLink(stage, canaries, booked);
  await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  await stage.rest();
}
