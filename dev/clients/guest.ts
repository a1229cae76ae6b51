import { randomUUID } from 'node:crypto';
import type { GuestBooking, Slots } from '#api/guest/schema.ts';
import { openSession, type Session } from './session.ts';

interface Page {
  readonly handle: string;
  readonly slug: string;
}

/** A guest over HTTP. */
export interface GuestClient extends Session {
  readonly name: string;
  readonly email: string;
  /** Free starts between two instants, in order. */
  readonly freeTimes: (page: Page, from: Date, to: Date) => Promise<string[]>;
  readonly book: (page: Page, startsAt: string, answers?: Readonly<Record<string, unknown>>) => Promise<GuestBooking>;
  /** The same under one key: who asks again gets the same booking. */
  readonly bookOnce: (page: Page, startsAt: string) => Promise<GuestBooking>;
  readonly read: (token: string) => Promise<GuestBooking>;
  readonly reschedule: (token: string, startsAt: string) => Promise<GuestBooking>;
  readonly cancel: (token: string, reason?: string) => Promise<GuestBooking>;
}

/** A guest over HTTP; `timeZone` is IANA. */
export function newGuest(base: string, { name = 'Sam Guest', timeZone = 'America/New_York' } = {}): GuestClient {
  const session = openSession(base);
  const email = `guest-${randomUUID()}@example.org`;
  const book = ({ handle, slug }: Page, startsAt: string, answers = {}, headers = {}): Promise<GuestBooking> => {
    const body = { startsAt, guest: { name, email, timeZone }, answers };
    return session.json('POST', `/api/v1/public/${handle}/${slug}/bookings`, body, headers);
  };
  return {
    ...session,
    name,
    email,
    async freeTimes({ handle, slug }, from, to) {
      const days: Slots['days'] = [];
      for (let next: string | null = day(from); next !== null;) {
        const query = new URLSearchParams({ from: next, to: day(to), timeZone: 'UTC' });
        const part: Slots = await session.json('GET', `/api/v1/public/${handle}/${slug}/slots?${query}`);
        days.push(...part.days);
        next = part.nextDate;
      }
      return days
        .flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt))
        .filter((startsAt) => startsAt >= from.toISOString() && startsAt <= to.toISOString());
    },
    book: (page, startsAt, answers) => book(page, startsAt, answers),
    bookOnce: (page, startsAt) => book(page, startsAt, {}, { 'Idempotency-Key': `${email} ${startsAt}` }),
    read: (token) => session.json('GET', of(token)),
    reschedule: (token, startsAt) => session.json('POST', `${of(token)}/reschedule`, { startsAt }),
    cancel: (token, reason) => session.json('POST', `${of(token)}/cancel`, reason === undefined ? {} : { reason }),
  };
}

const of = (token: string) => `/api/v1/public/bookings/${encodeURIComponent(token)}`;
const day = (instant: Date) => instant.toISOString().slice(0, 10);
