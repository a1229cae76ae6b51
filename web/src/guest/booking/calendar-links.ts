import { placeName } from '../parts/place.tsx';
import { bookingPath } from './booking-path.ts';
import type { Booking } from './use-booking.ts';

const compact = (instant: string) => new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

/** Pages of other calendars that take an appointment by their address, and our file for all others. */
export function calendarLinks(booking: Booking): { name: string; href: string; isFile: boolean }[] {
  const { eventType, host, startsAt, endsAt, conference, manageUrl, token } = booking;
  const title = `${eventType.title} with ${host.name}`;
  const place = conference.joinUrl ?? eventType.location.value ?? placeName(eventType.location.kind);
  const text = [conference.joinUrl === null ? '' : `Join: ${conference.joinUrl}`, `Reschedule or cancel: ${manageUrl}`]
    .filter((line) => line !== '')
    .join('\n');
  const google = new URLSearchParams({
    text: title,
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
    details: text,
    location: place,
  });
  const microsoft = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: new Date(startsAt).toISOString(),
    enddt: new Date(endsAt).toISOString(),
    body: text,
    location: place,
  });
  return [
    { name: 'Google Calendar', href: `https://calendar.google.com/calendar/r/eventedit?${google}`, isFile: false },
    { name: 'Outlook', href: `https://outlook.live.com/calendar/0/deeplink/compose?${microsoft}`, isFile: false },
    {
      name: 'Microsoft 365',
      href: `https://outlook.office.com/calendar/0/deeplink/compose?${microsoft}`,
      isFile: false,
    },
    { name: 'Calendar file', href: `${bookingPath(token)}/calendar.ics`, isFile: true },
  ];
}
