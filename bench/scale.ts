/**
 * `npx node bench/scale.ts [open] [ended]`: what a hundred thousand open bookings and a million that are over change, on a
 * stack of its own: slots, bookings and the periodic check beside those of an empty database, a restart, and how fast
 * bookings get their workflows back that Temporal has lost, while guests go on booking.
 */
import { Client } from 'pg';
import { readConfig } from '#config';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { createOrm } from '#db/orm.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { until } from '#dev/clients/until.ts';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';
import { createProviderRegistry } from '#providers/registry.ts';
import { sweep } from '#worker/sweep/sweep.ts';
import { AS_IN_PRODUCTION } from './as-in-production.ts';
import { type FreeTime, freeTimes, offerBookings } from './bookings.ts';
import { percentile, timed, timeEach } from './measure.ts';
import { seedMany } from './seed-many.ts';

const [OPEN = 100_000, ENDED = 1_000_000] = process.argv.slice(2).map(Number);
const HOSTS = Math.max(20, Math.round(OPEN / 500));
const DAY_MS = 86_400_000;
const HEAL_WITHIN_MS = 30 * 60_000;
const TELL_EVERY_MS = 15_000;
/** Bookings without a workflow that are due at once. */
const LOST = Math.min(2_000, OPEN);
const RUNS = 30;
/** Of the bench's own sweeps, which find nothing. */
const unsent = async () => undefined;

// A whole machine's signals are lost, and the sweep finds them.
const stack = createDisposableStack(AS_IN_PRODUCTION);
await stack.start();
const { app, database } = await stack.file();
const db = new Client(database);
// Restarts end it.
db.on('error', () => undefined);
await db.connect();
try {
  const free = await freeTimes(app, 70);
  const first = await newGuest(app).book(pageOf(free), nextOf(free).startsAt);
  await offerBookings({ app, database, times: free.splice(0, 4), perSecond: 2 });
  const empty = await measure(free);
  console.log('empty', empty);
  const seeding = await timed(() => seedMany(db, first.id, { open: OPEN, ended: ENDED, hosts: HOSTS }));
  console.log(`${OPEN} open and ${ENDED} ended bookings within ${(seeding / 1_000).toFixed(0)} s`);
  const full = await measure(free);
  for (const what of ['slots', 'booking', 'check'] as const)
    tell(
      what,
      `${empty[what].toFixed(1)} ms empty, ${full[what].toFixed(1)} ms full, ${(full[what] / empty[what]).toFixed(2)} times`,
    );
  await restart();
  await heal();
} finally {
  await db.end().catch(() => undefined);
  await stack.dispose();
}

function pageOf(times: readonly FreeTime[]): FreeTime {
  const [time] = times;
  if (time === undefined) throw new Error('No free time left');
  return time;
}

function nextOf(times: FreeTime[]): FreeTime {
  const time = pageOf(times);
  times.shift();
  return time;
}

function tell(what: string, figures: string): void {
  console.log(`${what.padEnd(10)}${figures}`);
}

/** Medians, milliseconds. */
async function measure(free: FreeTime[]) {
  const guest = newGuest(app);
  // Every question another one: what is shared by those who ask the same is measured by `run.ts`.
  const slots = await timeEach(RUNS, async (run) => {
    const from = new Date(Date.now() + (2 + run) * DAY_MS);
    await guest.freeTimes(pageOf(free), from, new Date(from.getTime() + 20 * DAY_MS));
  });
  // At a rate that the workers keep up with: else what is measured is how they stand in each other's way.
  const { answers: booking } = await offerBookings({ app, database, times: free.splice(0, RUNS), perSecond: 3 });
  const orm = createOrm({ url: database, pool: 4, applicationName: 'bench' });
  const deps = sweepDeps(orm);
  const check = await timeEach(20, () => sweep(deps));
  await orm.close();
  return { slots: percentile(slots, 0.5), booking: percentile(booking, 0.5), check: percentile(check, 0.5) };
}

/** What a sweep works with that finds nothing: it sends no signal and calls no provider. */
function sweepDeps(orm: ReturnType<typeof createOrm>): CommandDeps {
  const keys = `k1:${Buffer.alloc(32).toString('base64')}`;
  const config = readConfig({
    DATABASE_URL: database,
    AUTH_SECRET: 'x'.repeat(32),
    TOKEN_KEYS: keys,
    LINK_KEYS: keys,
  });
  return {
    orm,
    config,
    providers: createProviderRegistry(config),
    signals: { booking: unsent, connection: unsent, calendar: unsent, webhook: unsent },
    now: () => new Date(),
  };
}

async function restart(): Promise<void> {
  await db.end();
  await stack.stop();
  const took = await timed(() => stack.start());
  tell('restart', `ready after ${(took / 1_000).toFixed(1)} s`);
}

/** Temporal knows none of the bookings that were copied: so many are due at once, and the sweep has to find them. */
async function heal(): Promise<void> {
  const { database, app } = await stack.file();
  const db = new Client(database);
  await db.connect();
  try {
    const free = await freeTimes(app, 150);
    const { rate } = await offerBookings({ app, database, times: free.splice(0, 100), perSecond: 20 });
    await db.query(
      `update bookings set next_wake_at = now() - interval '2 minutes' where id in (
         select booking_id from due_bookings where next_wake_at > now() + interval '3 days' order by booking_id limit ${LOST})`,
    );
    const countLost = async () => {
      const { rows } = await db.query<{ n: number }>(
        `select count(*)::int as n from due_bookings where next_wake_at < now() + interval '1 hour'`,
      );
      return rows[0]?.n ?? 0;
    };
    const toldBy = setInterval(() => void countLost().then((n) => console.log(`  ${n} still lost`)), TELL_EVERY_MS);
    const healing = timed(() =>
      until('all to be healed', async () => (await countLost()) === 0, { within: HEAL_WITHIN_MS, every: 500 }),
    ).finally(() => clearInterval(toldBy));
    const meanwhile = await offerBookings({ app, database, times: free, perSecond: 1 });
    const took = (await healing) / 1_000;
    tell(
      'healing',
      `${LOST} within ${took.toFixed(0)} s: ${(LOST / took / rate).toFixed(2)} of the ${rate.toFixed(1)} bookings a second`,
    );
    const [answer, mails] = [percentile(meanwhile.answers, 0.5), percentile(meanwhile.mailed, 0.5)];
    tell('meanwhile', `booked in ${answer.toFixed(0)} ms, both mails after ${mails.toFixed(0)} ms (medians)`);
  } finally {
    await db.end();
  }
}
