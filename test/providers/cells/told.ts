import { expect } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { LetterBox } from '../letter-box.ts';
import type { Booked, Stage } from '../stage.ts';

const DAY_MS = 86_400_000;
const SOON = { within: 30_000, every: 200 };

/** A booking whose meeting stands, its notifications on their way to us. */
async function standing(stage: Stage): Promise<Booked & { readonly meetingId: string }> {
  await stage.awaitSubscription();
  const booked = await stage.book();
  await stage.link(booked.booking);
  await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  await stage.rest();
  return { ...booked, meetingId: (await stage.meetingOf(booked)).id };
}

const laterBy = ({ booking }: Booked, ms: number) => new Date(Date.parse(booking.startsAt) + ms).toISOString();

async function follows({ guest, booking }: Booked, startsAt: string): Promise<void> {
  await until('the booking to follow', async () => (await guest.read(booking.token)).startsAt === startsAt, SOON);
}

/** The mode is a whole provider's: others after us find it as it was. */
async function whileNotificationsAre(
  { provider }: Stage,
  mode: 'drop' | 'duplicate' | 'reorder',
  work: () => Promise<void>,
): Promise<void> {
  await provider.notifications(mode);
  try {
    await work();
  } finally {
    await provider.notifications('on');
  }
}

/** Every notification comes twice: told once. */
export async function duplicated(stage: Stage): Promise<void> {
  const booked = await standing(stage);
  await whileNotificationsAre(stage, 'duplicate', async () => {
    const moved = laterBy(booked, DAY_MS);
    await stage.provider.move(booked.meetingId, moved);
    await follows(booked, moved);
  });
  await stage.bothMailed(booked, /^Rescheduled/);
  await stage.rest();
  expect((await booked.guest.read(booked.booking.token)).revision).toBe(2);
  expect(await stage.kinds(booked.guest.email)).toEqual(['Confirmed', 'Rescheduled']);
}

/** The older notification comes last: what is followed is the meeting, not the notification. */
export async function reordered(stage: Stage): Promise<void> {
  const booked = await standing(stage);
  const [first, second] = [laterBy(booked, DAY_MS), laterBy(booked, 2 * DAY_MS)];
  await whileNotificationsAre(stage, 'reorder', async () => {
    await stage.provider.move(booked.meetingId, first);
    await stage.provider.move(booked.meetingId, second);
    await follows(booked, second);
  });
  await stage.rest();
  expect((await booked.guest.read(booked.booking.token)).startsAt).toBe(second);
  expect(Date.parse((await stage.meetingOf(booked)).startsAt)).toBe(Date.parse(second));
}

/** No notification comes, from the first meeting on: a poll finds the move, and later the deletion. */
export async function dropped(stage: Stage): Promise<void> {
  const booked = await standing(stage);
  await whileNotificationsAre(stage, 'drop', async () => {
    const moved = laterBy(booked, DAY_MS);
    await stage.provider.move(booked.meetingId, moved);
    await follows(booked, moved);
    await stage.provider.remove(booked.meetingId);
    const status = async () => (await booked.guest.read(booked.booking.token)).status;
    await until('the booking to end', async () => (await status()) === 'cancelled', SOON);
  });
  await stage.bothMailed(booked, /^Cancelled/);
}

/** Old notifications come again, byte for byte, after the guest has moved the booking: nothing is undone. */
export async function replayed(stage: Stage, box: LetterBox): Promise<void> {
  const booked = await standing(stage);
  const before = box.kept().length;
  const moved = laterBy(booked, DAY_MS);
  await stage.provider.move(booked.meetingId, moved);
  await follows(booked, moved);
  const own = await stage.freeTime(6 * DAY_MS);
  await booked.guest.reschedule(booked.booking.token, own);
  const at = async () => Date.parse((await stage.meetingOf(booked)).startsAt);
  await until('the meeting to follow', async () => (await at()) === Date.parse(own), SOON);
  await stage.rest();
  const letters = box
    .kept()
    .slice(before)
    .filter(({ path }) => path.startsWith(`/webhooks/${stage.traits.id}`));
  expect(letters).not.toEqual([]);
  for (const letter of letters) expect(await box.again(letter)).toBe(204);
  await stage.rest();
  expect(await booked.guest.read(booked.booking.token)).toMatchObject({ startsAt: own, revision: 3 });
  expect(await at()).toBe(Date.parse(own));
}

/** The host moves the meeting before our own create is answered: its notification waits for the id we do not know yet. */
export async function movedBeforeAnswer(stage: Stage): Promise<void> {
  await stage.awaitSubscription();
  await stage.fault({ operation: 'create', effect: 'slow', delayMs: 1_600 });
  const booked = await stage.book();
  const meetingId = await madeAtProvider(stage, booked);
  const moved = laterBy(booked, DAY_MS);
  await stage.provider.move(meetingId, moved);
  await stage.link(booked.booking);
  await follows(booked, moved);
  await stage.rest();
  expect((await stage.calls()).filter((call) => call === 'update')).toEqual([]);
}

/** The same with a deletion. */
export async function deletedBeforeAnswer(stage: Stage): Promise<void> {
  await stage.awaitSubscription();
  await stage.fault({ operation: 'create', effect: 'slow', delayMs: 1_600 });
  const booked = await stage.book();
  await stage.provider.remove(await madeAtProvider(stage, booked));
  const status = async () => (await booked.guest.read(booked.booking.token)).status;
  await until('the booking to end', async () => (await status()) === 'cancelled', SOON);
  await stage.bothMailed(booked, /^Cancelled/);
}

async function madeAtProvider(stage: Stage, { guest }: Booked): Promise<string> {
  const meeting = await until('the meeting', async () => (await stage.meetingsOf(guest))[0], { every: 50 });
  return meeting.id;
}

/** While the provider is down the guest moves the booking, and polls read the old time: the guest's time stands. */
export async function movedWhileDown(stage: Stage): Promise<void> {
  const booked = await standing(stage);
  await stage.fault({ operation: 'update', effect: 'error', status: 503, times: 7 });
  const startsAt = await stage.freeTime(4 * DAY_MS);
  await booked.guest.reschedule(booked.booking.token, startsAt);
  const at = async () => Date.parse((await stage.meetingOf(booked)).startsAt);
  await until('the meeting to follow', async () => (await at()) === Date.parse(startsAt), { within: 60_000 });
  await stage.rest();
  const ledger = await stage.ledgerOf();
  const updates = ledger.filter(({ operation }) => operation === 'update');
  const [from, to] = [updates[0]?.seq ?? Infinity, updates.at(-1)?.seq ?? 0];
  expect(ledger.filter(({ operation, seq }) => /get|list/.test(operation) && seq > from && seq < to)).not.toEqual([]);
  expect(await booked.guest.read(booked.booking.token)).toMatchObject({ startsAt, revision: 2 });
  const { timeline } = await stage.host.booking(booked.booking.id);
  expect(timeline.filter(({ kind }) => kind === 'rescheduled').map(({ actor }) => actor)).toEqual(['guest']);
}
