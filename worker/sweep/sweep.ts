import { setTimeout as sleep } from 'node:timers/promises';
import { purgeAccount } from '#commands/privacy/delete-host.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import {
  deliverBooking,
  deliverCalendar,
  deliverConnection,
  deliverWebhook,
} from '#commands/shared/deliver-signals.ts';
import { describeError, log } from '#log';
import { ALL_WORK, kindsOfWork } from './kinds-of-work.ts';
import {
  claimLost,
  claimUnplanned,
  claimUnread,
  countUnplanned,
  deletedHosts,
  type Half,
  type Lost,
  type LostBooking,
  type Order,
} from './lost-work.ts';

/** Repairs made at once; each is one signal and one short statement. */
const AT_ONCE = 20;
/** Erasures hold transactions: these few leave connections to the other upkeep. */
const HOSTS_AT_ONCE = 2;
/** Repairs of one kind in one sweep. */
const MOST = 500;
/** How long a sweep waits for plans of the bookings it has signalled, for each half, milliseconds. */
const PACE_MS = 10_000;
const LOOK_EVERY_MS = 100;

/** The newest and the oldest by turns: a guest who has just booked does not wait behind a backlog, nor the backlog for ever. */
const ORDERS: readonly Order[] = ['newest', 'oldest'];

/**
 * Repairs what signals and timers missed: signals again what Temporal never heard of, restarts workflows that it lost,
 * and continues the erasure of deleted accounts. It runs in every worker beside Temporal, since what guards Temporal
 * must not live in it.
 */
export async function sweep(deps: CommandDeps, { paceMs = PACE_MS } = {}): Promise<void> {
  const work = await kindsOfWork(deps).catch((error: unknown) => {
    // Each repair looks for itself too: one slow look keeps none from the others.
    log.warn(describeError(error), 'not known what there is to repair');
    return ALL_WORK;
  });
  const booking = (lost: LostBooking) => {
    const [startsAt, endsAt] = [new Date(lost.startsAt), new Date(lost.endsAt)];
    return deliverBooking(deps, { ...lost, startsAt, endsAt }, 'sweep');
  };
  const connection = (lost: Lost) => deliverConnection(deps, lost, 'sweep');
  const calendar = (lost: Lost) => deliverCalendar(deps, lost, 'sweep');
  const webhook = (lost: Lost) => deliverWebhook(deps, lost, 'sweep');
  const others = { connections: connection, calendars: calendar, webhooks: webhook };
  for (const half of ['undelivered', 'overdue'] satisfies Half[]) {
    const until = performance.now() + paceMs;
    if (work.has(`${half} bookings`))
      await repair(
        booking,
        (order, limit) => claimLost(deps, 'bookings', half, { order, limit }),
        () => arePlanned(deps, until),
      );
    for (const table of ['connections', 'calendars', 'webhooks'] as const)
      if (work.has(`${half} ${table}`))
        await repair(others[table], (order, limit) => claimLost(deps, table, half, { order, limit }));
  }
  if (work.has('unread')) await repair(connection, (_order, limit) => claimUnread(deps, limit));
  if (work.has('unplanned')) await repair(webhook, (_order, limit) => claimUnplanned(deps, limit));
  if (work.has('deleted'))
    await Promise.all((await deletedHosts(deps, HOSTS_AT_ONCE)).map(({ id }) => eraseFurther(deps, id)));
}

/** Claims and signals until there is no more, until Temporal takes nothing, or until `mayContinue` says no. */
async function repair<Claim>(
  signal: (lost: Claim) => Promise<boolean>,
  claim: (order: Order, limit: number) => Promise<Claim[]>,
  mayContinue: () => Promise<boolean> = async () => true,
): Promise<void> {
  for (let round = 0; round * AT_ONCE < MOST; round += 1) {
    const lost = await claim(ORDERS[round % ORDERS.length] ?? 'oldest', AT_ONCE);
    const taken = await Promise.all(lost.map(signal));
    if (lost.length < AT_ONCE || !taken.includes(true) || !(await mayContinue())) return;
  }
}

/**
 * Waits until most of the claimed bookings have been planned; false once it is `until` (`performance.now()`). After a loss
 * of everything Temporal knew, a hundred thousand are lost: as many are started again as the workers keep up with, and
 * never so many that who books now stands behind them.
 */
async function arePlanned(deps: CommandDeps, until: number): Promise<boolean> {
  while ((await countUnplanned(deps, AT_ONCE)) > AT_ONCE / 2) {
    if (performance.now() >= until) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return performance.now() < until;
}

async function eraseFurther(deps: CommandDeps, hostId: string): Promise<void> {
  await purgeAccount(deps, hostId).catch((error: unknown) =>
    log.warn({ host: hostId, ...describeError(error) }, 'host not erased'),
  );
}
