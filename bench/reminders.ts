/**
 * `npx node bench/reminders.ts [bookings]`: reminders of so many bookings fall due in one minute, to guest and host each,
 * with two workers of whom one is killed meanwhile and a mail server that takes all there is. How many are out within a
 * minute, is one early or twice, and what do guests who book meanwhile wait for?
 */
import { Client } from 'pg';
import { createSignals } from '#commands/shared/signals.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { until } from '#dev/clients/until.ts';
import { openWorkflows } from '#dev/clients/workflows.ts';
import { startMailServer } from '#dev/mail-server/mail-server.ts';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';
import { startSecondWorker } from '#dev/stack/second-worker.ts';
import { type FreeTime, freeTimes, offerBookings, type Served } from './bookings.ts';
import { percentile, timed } from './measure.ts';
import { SEEDED_GUEST, seedMany } from './seed-many.ts';

const BOOKINGS = Number(process.argv[2] ?? 2_500);
const MAILS = 2 * BOOKINGS;
const MINUTE_MS = 60_000;
/** No host has more than so many a day. */
const BOOKINGS_A_HOST = 100;
/** Of each booking, until its workflow waits for the moment. */
const PLAN_MS = 120;
const OTHERS = { before: 20, meanwhile: 30 };

const mails = await startMailServer();
// A stack for tests with the net under lost signals as wide as in life: here it would only add load.
const stack = createDisposableStack({
  SMTP_URL: mails.url,
  OVERDUE_MS: '60000',
  SWEEP_MS: '10000',
  UNDELIVERED_MS: '5000',
  LINK_WAIT_MS: '60000',
  ACTIVITY_BUDGET_MS: '90000',
  RATE_LIMIT_SCALE: '100000',
  LOG_LEVEL: 'warn',
});
await stack.start();
const { app, database, temporal } = await stack.file();
const db = new Client(database);
await db.connect();
const workflows = openWorkflows(temporal);
const other = await startSecondWorker(stack);
try {
  const free = await freeTimes(app, 1 + OTHERS.before + OTHERS.meanwhile);
  const bookAt = (count: number) => offerBookings({ app, database, times: free.splice(0, count), perSecond: 1 });
  const model = await bookOne(free.shift());
  tell('before', await bookAt(OTHERS.before));
  await seedMany(db, model, { open: BOOKINGS, ended: 0, hosts: Math.ceil(BOOKINGS / BOOKINGS_A_HOST) });

  const dueAt = await setDue();
  await until('the moment', () => Date.now() >= dueAt, { within: BOOKINGS * PLAN_MS + 3 * MINUTE_MS, every: 5 });
  const meanwhile = bookAt(OTHERS.meanwhile);
  await allSent(MAILS / 4);
  await other.stop('SIGKILL');
  await allSent(MAILS);
  tellReminders(dueAt);
  tell('meanwhile', await meanwhile);
} finally {
  await other.stop('SIGKILL');
  await db.end();
  await workflows.close();
  await stack.dispose();
  await mails.down();
}

async function bookOne(time: FreeTime | undefined): Promise<string> {
  if (time === undefined) throw new Error('No free time left');
  return (await newGuest(app).book(time, time.startsAt)).id;
}

/** Makes every seeded booking due for a reminder at the same full minute, and lets workflows of theirs wait for it. */
async function setDue(): Promise<number> {
  const dueAt = Math.ceil((Date.now() + BOOKINGS * PLAN_MS) / MINUTE_MS + 1) * MINUTE_MS;
  const { rows } = await db.query<{ id: string }>(
    `update bookings set reminder_minutes = jsonb_build_array(((extract(epoch from starts_at) - $1) / 60)::int)
      where guest_email like $2 returning id`,
    [dueAt / 1000, SEEDED_GUEST],
  );
  const signals = createSignals(workflows.client, { deadlineMs: MINUTE_MS, isAwaited: true });
  const took = await timed(async () => {
    while (rows.length > 0) await Promise.all(rows.splice(0, 50).map(({ id }) => signals.booking(id, 'sweep')));
    await until('every workflow to wait for it', async () => (await countWaiting(dueAt)) === BOOKINGS, {
      within: BOOKINGS * PLAN_MS + MINUTE_MS,
      every: 500,
    });
  });
  console.log(`${BOOKINGS} bookings planned within ${(took / 1000).toFixed(0)} s`);
  return dueAt;
}

async function countWaiting(dueAt: number): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from bookings where guest_email like $1 and next_reminder_at = $2`,
    [SEEDED_GUEST, new Date(dueAt)],
  );
  return rows[0]?.n ?? 0;
}

async function allSent(count: number): Promise<void> {
  const sent = async () => {
    const { rows } = await db.query<{ n: number }>(
      `select count(*)::int as n from email_deliveries where kind = 'reminder' and state = 'sent'`,
    );
    return (rows[0]?.n ?? 0) >= count;
  };
  await until(`${count} reminders to be sent`, sent, { within: 10 * MINUTE_MS, every: 250 });
}

/** What the mail server had of the seeded bookings, to whom nothing but reminders is sent. */
function tellReminders(dueAt: number): void {
  const seconds = mails.received.filter(({ to }) => to.startsWith('many-')).map(({ at }) => (at - dueAt) / 1000);
  const ids = mails.received.map(({ source }) => /^message-id: (.*)$/im.exec(source)?.[1]);
  const inTime = seconds.filter((at) => at <= 60).length / MAILS;
  console.log(
    `${seconds.length} reminders, the first after ${percentile(seconds, 0).toFixed(1)} s, ${(100 * inTime).toFixed(0)} % within 60 s, ` +
      `95 % within ${percentile(seconds, 0.95).toFixed(0)} s, the last after ${percentile(seconds, 1).toFixed(0)} s; ` +
      `${ids.length - new Set(ids).size} twice`,
  );
}

function tell(when: string, { answers, mailed }: Served): void {
  const [answer, mail] = [answers, mailed].map((times) => percentile(times, 0.5).toFixed(0));
  console.log(`${when.padEnd(10)} (n ${answers.length}) booked in ${answer} ms, both mails after ${mail} ms (medians)`);
}
