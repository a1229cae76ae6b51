import type { BookingRequest, GuestBooking, Slots } from '#api/guest/schema.ts';
import { createHttpClient, type HttpClient } from '#dev/seed/http-client.ts';
import { until } from '#dev/processes/until.ts';

export interface GuestClient extends HttpClient {
  /** Starts offered between two days from today, both included; the first day is by default the day after tomorrow. */
  slots(page: string, days?: { readonly from?: number; readonly to?: number }): Promise<string[]>;
  /** Books the first free time of `page` (`demo/zoom-30`), or the one `request` names. */
  book(page: string, request?: Partial<BookingRequest>): Promise<GuestBooking>;
  read(token: string): Promise<GuestBooking>;
  reschedule(token: string, startsAt: string): Promise<GuestBooking>;
  cancel(token: string): Promise<GuestBooking>;
  /** Waits until the booking looks as wanted. */
  until(token: string, isSo: (booking: GuestBooking) => boolean, timeoutMs?: number): Promise<GuestBooking>;
}

const DAY_MS = 86_400_000;

/** A guest's browser: no login, dates in UTC. */
export function createGuestClient(app: string): GuestClient {
  const client = createHttpClient(app);
  const slots: GuestClient['slots'] = async (page, { from = 2, to = 9 } = {}) => {
    const query = new URLSearchParams({ from: dayFromToday(from), to: dayFromToday(to), timeZone: 'UTC' });
    const { days } = await client.json<Slots>('GET', `/api/v1/public/${page}/slots?${query}`);
    return days.flatMap((one) => one.slots.map(({ startsAt }) => startsAt));
  };
  const read: GuestClient['read'] = (token) => client.json('GET', pathOf(token));
  return {
    ...client,
    slots,
    read,
    async book(page, request = {}) {
      const startsAt = request.startsAt ?? (await slots(page))[0];
      const guest = { name: 'Ann Lee', email: `ann-${crypto.randomUUID()}@example.com`, timeZone: 'Europe/Berlin' };
      return client.json('POST', `/api/v1/public/${page}/bookings`, { guest, ...request, startsAt });
    },
    reschedule: (token, startsAt) => client.json('POST', `${pathOf(token)}/reschedule`, { startsAt }),
    cancel: (token) => client.json('POST', `${pathOf(token)}/cancel`, {}),
    until: (token, isSo, timeoutMs = 20_000) =>
      until(
        async () => {
          const booking = await read(token);
          return isSo(booking) && booking;
        },
        { what: 'the booking to look as wanted', timeoutMs },
      ),
  };
}

function pathOf(token: string): string {
  return `/api/v1/public/bookings/${token}`;
}

function dayFromToday(offset: number): string {
  return new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);
}
