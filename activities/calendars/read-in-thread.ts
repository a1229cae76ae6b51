import { Tinypool } from 'tinypool';
import type { BusyTimes, CalendarQuestion } from '#domain/calendars/read-calendar.ts';
import type { Reading } from './reading-thread.ts';
import { CalendarUnreadable } from './unreadable.ts';

/** Far longer than ten megabytes take; a rule made to never end is stopped. */
const LONGEST_MS = 20_000;

/**
 * One thread for all calendars: a file of some megabytes takes seconds, in which this process has bookings to plan. It
 * ends when nothing was read for a while.
 */
const pool = new Tinypool({
  filename: new URL('reading-thread.ts', import.meta.url).href,
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: 30_000,
  resourceLimits: { maxOldGenerationSizeMb: 512 },
});

let last: Promise<unknown> = Promise.resolve();

/** Reads a calendar's text in a thread, one after the other. @throws CalendarUnreadable */
export async function readInThread(text: string, question: CalendarQuestion): Promise<BusyTimes> {
  const reading: Promise<Reading> = last.then(() => run(text, question));
  last = reading.catch(() => undefined);
  const read = await reading;
  if ('problem' in read) throw new CalendarUnreadable(read.problem);
  return read;
}

async function run(text: string, question: CalendarQuestion): Promise<Reading> {
  // Its own time begins now, and not while it stood behind others.
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), LONGEST_MS);
  try {
    return (await pool.run({ text, question }, { name: 'readText', signal: controller.signal })) as Reading;
  } catch (error) {
    if (controller.signal.aborted || isOutOfMemory(error)) throw new CalendarUnreadable('too_large');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
