/**
 * `npx node bench/reminders.ts [bookings]`: reminders of so many bookings fall due in one minute, to guest and host each,
 * with two workers of whom one is killed meanwhile and a mail server that takes all there is. How many are out within a
 * minute, is one early or twice, and what do guests who book meanwhile wait for? A part of `npm run bench`.
 */
import { Client } from 'pg';
import { newGuest } from '#dev/clients/guest.ts';
import { until } from '#dev/clients/until.ts';
import { startMailServer } from '#dev/mail-server/mail-server.ts';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';
import { startSecondWorker } from '#dev/stack/second-worker.ts';
import { AS_IN_PRODUCTION } from './as-in-production.ts';
import { type FreeTime, freeTimes, offerBookings, type Served } from './bookings.ts';
import { percentile } from './measure.ts';
import { SEEDED_GUEST, seedMany } from './seed-many.ts';

const MINUTE_MS = 60_000;
/** No host has more than so many a day. */
const BOOKINGS_A_HOST = 100;
/** Between the last preparation and the minute in which they are due. */
const REST_MS = 10_000;
const OTHERS = { before: 20, meanwhile: 30 };

/** What became of the reminders of one minute. */
export interface Reminded {
  /** Seconds after they were due, one a mail that the mail server got. */
  readonly seconds: readonly number[];
  /** Mails that it got more than once. */
  readonly twice: number;
  /** Guests who booked before, and while the reminders went. */
  readonly before: Served;
  readonly meanwhile: Served;
}

if (import.meta.main) tell(await playReminders(Number(process.argv[2] ?? 2_500)));

/** Two mails for each of so many bookings, on a stack of its own. */
export async function playReminders(bookings: number): Promise<Reminded> {
  const mails = await startMailServer();
  const stack = createDisposableStack({ ...AS_IN_PRODUCTION, SMTP_URL: mails.url });
  await stack.start();
  const { app, database } = await stack.file();
  const db = new Client(database);
  await db.connect();
  const other = await startSecondWorker(stack);
  try {
    const free = await freeTimes(app, 1 + OTHERS.before + OTHERS.meanwhile);
    const bookAt = (count: number) => offerBookings({ app, database, times: free.splice(0, count), perSecond: 1 });
    const model = await bookOne(app, free.shift());
    const before = await bookAt(OTHERS.before);
    await seedMany(db, model, { open: bookings, ended: 0, hosts: Math.ceil(bookings / BOOKINGS_A_HOST) });
    const dueAt = await setDue(db);
    await until('the moment', () => Date.now() >= dueAt, { within: 3 * MINUTE_MS, every: 5 });
    const served = bookAt(OTHERS.meanwhile);
    await allSent(db, bookings / 2);
    await other.stop('SIGKILL');
    await allSent(db, 2 * bookings);
    const meanwhile = await served;
    // To the seeded bookings nothing but reminders is sent.
    const seconds = mails.received.filter(({ to }) => to.startsWith('many-')).map(({ at }) => (at - dueAt) / 1000);
    const ids = mails.received.map(({ source }) => /^message-id: (.*)$/im.exec(source)?.[1]);
    return { seconds, twice: ids.length - new Set(ids).size, before, meanwhile };
  } finally {
    await other.stop('SIGKILL');
    await db.end();
    await stack.dispose();
    await mails.down();
  }
}

async function bookOne(app: string, time: FreeTime | undefined): Promise<string> {
  if (time === undefined) throw new Error('No free time left');
  return (await newGuest(app).book(time, time.startsAt)).id;
}

/** Makes every seeded booking due for a reminder at the same full minute, as its plan would. */
async function setDue(db: Client): Promise<number> {
  const dueAt = Math.ceil((Date.now() + REST_MS) / MINUTE_MS) * MINUTE_MS;
  await db.query(
    `update bookings set reminder_minutes = jsonb_build_array(((extract(epoch from starts_at) - $1) / 60)::int),
            next_reminder_at = to_timestamp($1) where guest_email like $2`,
    [dueAt / 1000, SEEDED_GUEST],
  );
  return dueAt;
}

async function allSent(db: Client, count: number): Promise<void> {
  const sent = async () => {
    const { rows } = await db.query<{ n: number }>(
      `select count(*)::int as n from email_deliveries where kind = 'reminder' and state = 'sent'`,
    );
    return (rows[0]?.n ?? 0) >= count;
  };
  await until(`${count} reminders to be sent`, sent, { within: 10 * MINUTE_MS, every: 250 });
}

/** In one line, and one for each crowd of guests. */
export function tell({ seconds, twice, before, meanwhile }: Reminded): void {
  const at = (part: number) => percentile(seconds, part).toFixed(1);
  console.log(
    `${seconds.length} reminders of one minute: the first after ${at(0)} s, half after ${at(0.5)} s, 95 % after ${at(0.95)} s, ` +
      `the last after ${at(1)} s, ${twice} twice`,
  );
  for (const [when, { answers, mailed }] of Object.entries({ before, meanwhile })) {
    const [answer, mail] = [answers, mailed].map((times) => percentile(times, 0.5).toFixed(0));
    console.log(
      `${when.padEnd(10)} (n ${answers.length}) booked in ${answer} ms, both mails after ${mail} ms (medians)`,
    );
  }
}
