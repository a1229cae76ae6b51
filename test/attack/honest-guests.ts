import { setTimeout as sleep } from 'node:timers/promises';
import { newGuest } from '#dev/clients/guest.ts';
import { until } from '#dev/clients/until.ts';

interface Page {
  readonly handle: string;
  readonly slug: string;
}

/** One request of a guest, as it was answered. */
interface Answered {
  readonly what: string;
  /** 0 where there was no answer. */
  readonly status: number;
  /** Milliseconds. */
  readonly took: number;
}

export interface HonestGuests {
  /** Every request so far. */
  readonly answers: readonly Answered[];
  /** E-mail addresses of the guests who have booked. */
  readonly booked: readonly string[];
  /** Returns once so many more guests have come and gone, served or not. */
  readonly visits: (count: number) => Promise<void>;
  /** No further guest comes; returns once the last has gone. */
  readonly stop: () => Promise<void>;
}

const DAY_MS = 86_400_000;
/** Even on a machine that the attack keeps busy. */
const VISIT_WITHIN_MS = 60_000;

/**
 * One guest after another, each from a network of its own, opens a page, asks for the free times, books one of them and
 * reads the booking; the pages are taken in turn. They come from `198.51.100.0/24`, which no attacker uses.
 */
export function sendHonestGuests(app: string, pages: readonly Page[], pauseMs = 300): HonestGuests {
  const answers: Answered[] = [];
  const booked: string[] = [];
  const over = new AbortController();
  let turn = 0;
  const all = (async () => {
    for (; !over.signal.aborted; turn += 1) {
      const page = pages[turn % pages.length] ?? pages[0];
      const email = await visit({ app, page: page as Page, turn, answers }).catch((error: Error) => {
        answers.push({ what: `failed: ${error.message}`, status: 0, took: 0 });
      });
      if (email !== undefined) booked.push(email);
      await sleep(pauseMs, undefined, { signal: over.signal }).catch(() => undefined);
    }
  })();
  return {
    answers,
    booked,
    async visits(count) {
      const enough = turn + count;
      await until(`${count} guests to come and go`, () => turn >= enough, { within: count * VISIT_WITHIN_MS });
    },
    async stop() {
      over.abort();
      await all;
    },
  };
}

interface Visit {
  readonly app: string;
  readonly page: Page;
  readonly turn: number;
  readonly answers: Answered[];
}

/** One guest's visit; tells the address that has booked, if it got so far. */
async function visit({ app, page, turn, answers }: Visit): Promise<string | undefined> {
  const guest = newGuest(app);
  const headers = { 'X-Forwarded-For': `198.51.100.${1 + (turn % 250)}` };
  const ask = async <T>(what: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<T | null> => {
    const began = performance.now();
    const response = await guest.request(method, path, body, headers);
    const text = await response.text();
    answers.push({ what, status: response.status, took: performance.now() - began });
    return response.ok && what !== 'page' ? JSON.parse(text) : null;
  };
  const path = `/api/v1/public/${page.handle}/${page.slug}`;
  await ask('page', 'GET', `/${page.handle}/${page.slug}`);
  const [from, to] = [dayOf(Date.now() + DAY_MS), dayOf(Date.now() + 20 * DAY_MS)];
  const times = await ask<{ days: { slots: { startsAt: string }[] }[] }>(
    'times',
    'GET',
    `${path}/slots?from=${from}&to=${to}`,
  );
  const startsAt = times?.days.flatMap(({ slots }) => slots)[0]?.startsAt;
  if (startsAt === undefined) return undefined;
  const details = { name: guest.name, email: guest.email, timeZone: 'UTC' };
  const booking = await ask<{ token: string }>('booking', 'POST', `${path}/bookings`, { startsAt, guest: details });
  if (booking === null) return undefined;
  await ask('read', 'GET', `/api/v1/public/bookings/${encodeURIComponent(booking.token)}`);
  return guest.email;
}

const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
