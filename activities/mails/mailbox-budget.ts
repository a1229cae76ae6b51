import type { Config } from '#config';
import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { inboxOf } from '#domain/mailbox.ts';
import { sha256 } from '#sha256';
import type { BookingFacts } from '../booking-facts.ts';
import { addressOf, readerOf } from './readers.ts';

/**
 * How many mails that may wait one mailbox gets, of all hosts and bookings together: so many an hour, and once the day's
 * are used up, fewer. A host who proved the address gets what a busy page causes; a stranger may have typed any other.
 * Multiplied by RATE_LIMIT_SCALE.
 */
const BUDGETS = {
  proven: { hour: 200, day: 1_000, hourAfterwards: 50 },
  unproven: { hour: 40, day: 120, hourAfterwards: 10 },
} as const;
const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** Mails that waited for the same moment do not all come at once. */
const SPREAD_MS = 60_000;

/** What readers must know at once: that a booking was asked for, that it stands, that it is over. */
const SAYS_HOW_IT_STANDS = new Set(['pending', 'confirmed', 'cancelled', 'declined', 'expired']);

/**
 * Until when a mail that is due has to wait, because its mailbox has got too many lately; null if it may go, and then it is
 * counted, in the transaction that claims it. Each first word on how a booking stands goes at once and uncounted:
 * bookings are counted when they are made (`api/shared-budgets.ts`).
 */
export async function heldUntil(facts: BookingFacts, config: Config, mail: EmailDelivery): Promise<Date | null> {
  // Counted at its first attempt, and once: a mail server that is down uses up no budget.
  if (mail.attempts > 0) return null;
  const { em, host, now } = facts;
  const isGuests = mail.recipient !== 'host';
  if ((isGuests || host.emailVerified) && isFirstWord(facts, mail)) return null;
  const address = addressOf(facts, mail);
  const isProven = isGuests ? await isHosts(em, address) : host.emailVerified;
  return spend(em, inboxOf(address), scaled(BUDGETS[isProven ? 'proven' : 'unproven'], config), now);
}

/** Whether a host has proved that an address leads to them. */
const isHosts = async (em: Em, address: string): Promise<boolean> =>
  (await em.count(User, { email: address.toLowerCase(), emailVerified: true })) > 0;

const isFirstWord = ({ mails }: BookingFacts, mail: EmailDelivery): boolean =>
  SAYS_HOW_IT_STANDS.has(mail.kind) &&
  !mails.some((other) => other.kind === mail.kind && readerOf(other) === readerOf(mail) && other.handedOverAt);

type Limits = Readonly<Record<keyof (typeof BUDGETS)['proven'], number>>;

function scaled(budget: Limits, { RATE_LIMIT_SCALE }: Config): Limits {
  const times = (points: number) => Math.max(1, Math.round(points * RATE_LIMIT_SCALE));
  return { hour: times(budget.hour), day: times(budget.day), hourAfterwards: times(budget.hourAfterwards) };
}

/** Counts one mail to an inbox, or counts nothing and says when its hour is over. */
async function spend(em: Em, inbox: string, limits: Limits, now: Date): Promise<Date | null> {
  // Hashes: the table holds no addresses.
  const keys = { day: `mail-day:${sha256(inbox)}`, hour: `mail-hour:${sha256(inbox)}` };
  const rows = await em.execute<{ key: string; points: number; expire: string }[]>(
    'select key, points, expire from rate_limits where key in (?, ?) and expire > ? order by key for update',
    [keys.day, keys.hour, now.getTime()],
  );
  const [day, hour] = [keys.day, keys.hour].map((key) => rows.find((row) => row.key === key));
  const most = (day?.points ?? 0) < limits.day ? limits.hour : limits.hourAfterwards;
  if (hour !== undefined && hour.points >= most) return new Date(Number(hour.expire) + Math.random() * SPREAD_MS);
  await countPoints(em, keys.day, now.getTime(), DAY_MS);
  await countPoints(em, keys.hour, now.getTime(), HOUR_MS);
  return null;
}

/** Counts one more of `key` (a hash or an id, never an address), and returns how many there are within `lifeMs`. */
export async function countPoints(em: Em, key: string, now: number, lifeMs: number): Promise<number> {
  const [row] = await em.execute<{ points: number }[]>(
    `insert into rate_limits as counter (key, points, expire) values (?, 1, ?)
     on conflict (key) do update
       set points = case when counter.expire <= ? then 1 else counter.points + 1 end,
           expire = case when counter.expire <= ? then excluded.expire else counter.expire end
     returning points`,
    [key, now + lifeMs, now, now],
  );
  return row?.points ?? 0;
}
