import type { GuestBooking } from '#api/guest/schema.ts';
import type { HostClient } from '#dev/clients/host.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { openSession } from '#dev/clients/session.ts';
import { until } from '#dev/clients/until.ts';
import type { Offers } from './host-at-work.ts';
import { HOST, type Visit } from './people.ts';

const DAY_MS = 86_400_000;

/** A visitor books; the first free time at that hour counts that is at least so many days ahead. */
export async function book(app: string, offers: Offers, visit: Visit): Promise<GuestBooking> {
  const { slug } = offers[visit.eventType];
  const from = new Date(Date.now() + visit.inDays * DAY_MS);
  const free = await newGuest(app).freeTimes(
    { handle: HOST.handle, slug },
    from,
    new Date(from.getTime() + 6 * DAY_MS),
  );
  const startsAt = free.find((time) => hourOf(time) === visit.at) ?? free[0];
  const email = `${visit.name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '.')}@example.org`;
  return openSession(app).json('POST', `/api/v1/public/${HOST.handle}/${slug}/bookings`, {
    startsAt,
    guest: { name: visit.name, email, timeZone: visit.timeZone },
    answers: visit.answers ?? (visit.eventType === 'intro' ? { topic: 'Our shop' } : {}),
  });
}

/** The host says yes. */
export const confirm = (host: HostClient, { id }: GuestBooking) =>
  host.json('POST', `/api/v1/bookings/${id}/confirm`, {});

/** Waits until every mail and meeting of a booking is done, so that its page is at rest. */
export const settled = (app: string, { token }: GuestBooking): Promise<GuestBooking> =>
  until('the link', async () => {
    const booking = await newGuest(app).read(token);
    return booking.conference.status === 'ready' && booking;
  });

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: HOST.timeZone, hour: '2-digit', minute: '2-digit' });
const hourOf = (instant: string) => clock.format(new Date(instant));
