import { placeName } from '../event/places-text.ts';
import { t } from '../t.ts';
import { type Booking, bookingPath } from './use-booking.ts';

/** The booking as an appointment in the guest's own calendar. */
export function AddToCalendar({ booking }: { readonly booking: Booking }) {
  return (
    <section className="add" aria-labelledby="add">
      <h2 id="add">{t('calendar.title')}</h2>
      <ul className="buttons">
        {calendarLinks(booking).map(({ name, href, isFile }) => (
          <li key={name}>
            {isFile ? (
              <a className="button" href={href} download="booking.ics">
                {name}
              </a>
            ) : (
              <a className="button" href={href} target="_blank" rel="noopener noreferrer">
                {name}
                <span className="visually-hidden">{` ${t('shell.newTab')}`}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const compact = (instant: string) => new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

/** Outlook shows the `+` of form encoding as a plus, so spaces are written as %20. */
const withQuery = (page: string, query: Readonly<Record<string, string>>) =>
  `${page}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/** Pages of other calendars that take an appointment by their address, as in our mails, and our file for all others. */
export function calendarLinks(booking: Booking): { name: string; href: string; isFile: boolean }[] {
  const { eventType, host, startsAt, endsAt, conference, token } = booking;
  const title = t('event.title', { title: eventType.title, host: host.name });
  const location = conference.joinUrl ?? eventType.location.value ?? placeName(eventType.location);
  const details = detailsOf(booking);
  const google = {
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
    details,
    location,
  };
  const microsoft = {
    rru: 'addevent',
    subject: title,
    startdt: new Date(startsAt).toISOString(),
    enddt: new Date(endsAt).toISOString(),
    body: details,
    location,
  };
  return [
    {
      name: 'Google Calendar',
      href: withQuery('https://calendar.google.com/calendar/render', google),
      isFile: false,
    },
    {
      name: 'Outlook',
      href: withQuery('https://outlook.live.com/calendar/0/action/compose', microsoft),
      isFile: false,
    },
    {
      name: 'Microsoft 365',
      href: withQuery('https://outlook.office.com/calendar/0/action/compose', microsoft),
      isFile: false,
    },
    { name: t('calendar.file'), href: `${bookingPath(token)}/calendar.ics`, isFile: true },
  ];
}

// No link of the guest's own pages goes there: it would stay in other sites' logs.
function detailsOf({ conference: { joinUrl, status } }: Booking): string {
  const soon = status === 'none' ? '' : t('calendar.linkComing');
  const how = joinUrl === null ? soon : t('calendar.join', { link: joinUrl });
  return [how, t('calendar.change')].filter((line) => line !== '').join('\n');
}
