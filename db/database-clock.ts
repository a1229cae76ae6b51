import { describeError, log } from '#log';
import { databaseTime } from './database-time.ts';
import type { Orm } from './orm.ts';

/** How often the machine's clock is compared with the database's, milliseconds. */
const COMPARE_MS = 30_000;

/** An answer that took longer than this, milliseconds, tells the time less well than the comparison before. */
const EXACT_MS = 500;

/** The database's time, known without asking each time. */
export interface DatabaseClock {
  /** Now by the database's clock, right to the time that one question takes. */
  now(): Date;
  stop(): void;
}

/**
 * A clock that follows the database's: what a command writes down is compared with that one by plans, so a machine whose
 * own clock is wrong would delay mails or skip reminders. Goes by the machine's clock until the database first answered.
 * @param machine the machine's clock, epoch milliseconds
 */
export function followDatabaseClock(
  { em }: Orm,
  machine = Date.now.bind(Date),
): DatabaseClock & { known: Promise<void> } {
  let aheadMs: number | undefined;
  let tookMs = Infinity;
  const compare = async () => {
    const asked = machine();
    const time = (await databaseTime(em.fork())).getTime();
    const answered = machine();
    if (answered - asked >= Math.max(EXACT_MS, tookMs)) return;
    tookMs = answered - asked;
    aheadMs = time - (asked + answered) / 2;
  };
  // The first question also opens a connection: its answer comes late, and tells the time half of that too late.
  const known = compare().then(compare).catch(failed);
  const timer = setInterval(() => void compare().catch(failed), COMPARE_MS);
  timer.unref();
  return {
    now: () => new Date(Math.round(machine() + (aheadMs ?? 0))),
    stop: () => clearInterval(timer),
    known,
  };
}

function failed(error: unknown): void {
  log.warn(describeError(error), 'clock not compared with the database');
}
