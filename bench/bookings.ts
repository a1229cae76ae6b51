import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { until } from '#dev/clients/until.ts';
import { UnexpectedAnswer } from '#dev/clients/session.ts';
import { OWN } from './booking-cost.ts';
import { timed } from './measure.ts';

/** A time that is free on a host's page. */
export interface FreeTime {
  readonly handle: string;
  readonly slug: string;
  readonly startsAt: string;
}

interface Offer {
  /** The stack's. */
  readonly app: string;
  readonly database: string;
  /** One a booking. */
  readonly times: readonly FreeTime[];
  /** So many guests a second, whether or not those before have been answered. */
  readonly perSecond: number;
}

/** What became of guests who came at a steady rate; milliseconds. */
export interface Served {
  /** Until each was answered, those who were told to come again among them. */
  readonly answers: readonly number[];
  /** How many were told to come again. */
  readonly refused: number;
  /** From each booking's commit until the mail server had all of its mails. */
  readonly mailed: readonly number[];
  /** Bookings a second, from the first request until the last had its link and both of its mails. */
  readonly rate: number;
}

const DAY_MS = 86_400_000;
/** Zoom makes no more than a hundred meetings a day for one account. */
const MOST_OF_ONE = 80;

/** Free times of as many hosts with Zoom as it takes, the hosts by turns: guests of one host would wait for its lock. */
export async function freeTimes(app: string, count: number): Promise<FreeTime[]> {
  const from = new Date(Date.now() + 2 * DAY_MS);
  const to = new Date(from.getTime() + 10 * DAY_MS);
  const pages: FreeTime[][] = [];
  for (let left = count; left > 0; left -= MOST_OF_ONE) {
    const host = await signUp(app);
    await host.alwaysOpen();
    await host.connect('zoom', `bench-${host.handle}`);
    const { slug } = await host.offer('zoom', { slotIntervalMinutes: 30, reminderMinutes: [1_440, 60] });
    const page = { handle: host.handle, slug };
    const free = await newGuest(app).freeTimes(page, from, to);
    pages.push(free.slice(0, MOST_OF_ONE).map((startsAt) => ({ ...page, startsAt })));
  }
  return Array.from(
    { length: count },
    (_, index) => pages[index % pages.length]?.[Math.floor(index / pages.length)],
  ).filter((time) => time !== undefined);
}

/** All mails of a booking, and since when, in milliseconds from its commit. */
const MAILED = `${OWN}
  select extract(epoch from max(d.sent_at) - b.created_at)::float8 * 1000 as ms
    from bookings b join email_deliveries d on d.booking_id = b.id
   where b.id = any ($1) group by b.id having count(*) >= 2 and bool_and(d.state = 'sent')`;
const LINKED = `${OWN} select count(*)::int as n from conferences where booking_id = any ($1) and state = 'live' and join_url is not null`;

const SERVED_WITHIN_MS = 300_000;

/** Books every one of the times at the given rate, and waits until each booking has its link and both of its mails. */
export async function offerBookings({ app, database, times, perSecond }: Offer): Promise<Served> {
  const db = new Client(database);
  await db.connect();
  try {
    const ids: string[] = [];
    const answers: number[] = [];
    let mailed: readonly number[] = [];
    const took = await timed(async () => {
      const booked = times.map(async ({ startsAt, ...page }, index) => {
        await sleep((index * 1_000) / perSecond);
        const guest = newGuest(app);
        const booking = guest.book(page, startsAt).then(({ id }) => void ids.push(id), unlessRefused);
        answers.push(await timed(() => booking));
      });
      await Promise.all(booked);
      mailed = await until('every link and every mail', () => mailedOf(db, ids), {
        within: SERVED_WITHIN_MS,
        every: 250,
      });
    });
    return { answers, refused: times.length - ids.length, mailed, rate: (ids.length * 1_000) / took };
  } finally {
    await db.end();
  }
}

/** A server that is asked for more than it can do says so. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof UnexpectedAnswer) || error.status !== 503) throw error;
}

/** How long each waited for its mails; null while one lacks a mail or its link. */
async function mailedOf(db: Client, ids: readonly string[]): Promise<readonly number[] | null> {
  const { rows: mailed } = await db.query<{ ms: number }>(MAILED, [ids]);
  const { rows: linked } = await db.query<{ n: number }>(LINKED, [ids]);
  return mailed.length === ids.length && linked[0]?.n === ids.length ? mailed.map(({ ms }) => ms) : null;
}
