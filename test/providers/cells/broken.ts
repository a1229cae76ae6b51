import { expect } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Booked, Stage } from '../stage.ts';

const DAY_MS = 86_400_000;
const RECONNECT = /^Reconnect needed/;

/**
 * Design §4: uninstalled, or consent withdrawn. The provider says so, and the connection is revoked at once.
 */
export async function uninstalled(stage: Stage): Promise<void> {
  await stage.awaitSubscription();
  const older = await stage.book();
  const link = await stage.link(older.booking);
  await stage.rest();
  await stage.provider.uninstall(stage.accountEmail);
  const card = await stage.awaitCard({ status: 'revoked' });
  expect(card.problem).toMatchObject({ code: 'uninstalled' });
  await hostIsReminded(stage, 'was removed');
  const waiting = [await stage.book(4 * DAY_MS), await stage.book(3 * DAY_MS)];
  for (const booked of waiting) {
    expect(booked.booking.conference).toMatchObject({ status: 'unavailable', joinUrl: null });
    await stage.awaitLine(booked, 'RUNNING confirmed unavailable');
  }
  expect(await stage.card()).toMatchObject({ bookingsWithoutLink: 2 });
  await stage.connect();
  await linksComeByThemselves(stage, waiting);
  expect((await older.guest.read(older.booking.token)).conference).toMatchObject({ status: 'ready', joinUrl: link });
  expect((await stage.calls()).filter((call) => call === 'create')).toHaveLength(3);
}

/** Design §4: the token was revoked without a notification. */
export async function tokenRevoked(stage: Stage): Promise<void> {
  const older = await stage.book();
  const link = await stage.link(older.booking);
  await stage.rest();
  await stage.provider.endGrant(stage.accountEmail);
  const finder = await stage.book(4 * DAY_MS);
  expect((await stage.awaitCard({ status: 'reconnect_needed' })).problem).toMatchObject({ code: 'token_dead' });
  await hostIsReminded(stage, 'revoked our access');
  const waiting = [finder, await stage.book(3 * DAY_MS)];
  for (const booked of waiting) {
    expect((await booked.guest.read(booked.booking.token)).conference).toMatchObject({ status: 'unavailable' });
    await stage.bothMailed(booked, /^(Confirmed|New booking)/);
    await stage.awaitLine(booked, 'RUNNING confirmed pending');
  }
  expect(await stage.card()).toMatchObject({ bookingsWithoutLink: 2 });
  await stage.connect();
  await linksComeByThemselves(stage, waiting);
  expect((await older.guest.read(older.booking.token)).conference).toMatchObject({ status: 'ready', joinUrl: link });
  expect((await stage.calls()).filter((call) => call === 'create')).toHaveLength(3);
}

/** At once, and again a (shortened) day later. */
async function hostIsReminded(stage: Stage, cause: string): Promise<void> {
  const reminders = async () =>
    (await stage.mailbox.to(stage.host.email)).filter(({ subject }) => RECONNECT.test(subject));
  const mails = await until('two mails', async () => ((await reminders()).length >= 2 ? reminders() : null), {
    within: 45_000,
  });
  // The first may say that our access was revoked, where a call met that before the provider's word came.
  const last = mails.at(-1);
  expect(last?.text).toContain(cause);
  expect(last?.text).toContain('/user/integrations');
}

/** Created and mailed automatically, the soonest meeting's booking woken first. */
async function linksComeByThemselves(stage: Stage, waiting: readonly Booked[]): Promise<void> {
  for (const booked of waiting) {
    const link = await stage.link(booked.booking);
    expect(link).toMatch(stage.traits.link);
    const mails = await stage.bothMailed(booked, /^[\w ]+ link/);
    expect([mails.guest.text.includes(link), mails.host.text.includes(link)]).toEqual([true, true]);
    await stage.awaitLine(booked, 'RUNNING confirmed ready');
  }
  await stage.rest();
  expect(await stage.card()).toMatchObject({ status: 'connected', problem: null, bookingsWithoutLink: 0 });
  const woken = await Promise.all(
    waiting.map(async ({ booking }) => ({
      startsAt: booking.startsAt,
      at: await stage.workflows.signalledAt(booking.id, 'connectionRestored'),
    })),
  );
  const byStart = woken.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  expect(byStart.map(({ at }) => at)).toEqual(woken.map(({ at }) => at).toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  expect(woken.every(({ at }) => at !== null)).toBe(true);
}
