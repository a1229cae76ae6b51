import { cutTo } from './names.ts';

/** What the calendars' own "new event" pages are filled with. Times are epoch milliseconds. */
export interface CalendarEntry {
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly details: string;
  readonly location: string;
}

// Long addresses are cut or refused by browsers, proxies and Outlook; the whole text is in the mail anyway.
const MAX_DETAILS = 800;

/** Google Calendar's page with the event filled in (developers.google.com/calendar, "event template"). */
export function googleCalendarUrl(entry: CalendarEntry): string {
  return withQuery('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: entry.title,
    dates: `${compactUtc(entry.startsAt)}/${compactUtc(entry.endsAt)}`,
    details: cutTo(entry.details, MAX_DETAILS),
    location: entry.location,
  });
}

/** The page of personal Outlook.com accounts with the event filled in. */
export const outlookComUrl = (entry: CalendarEntry) => outlookUrl('https://outlook.live.com', entry);

/** The page of work and school accounts of Microsoft 365 with the event filled in. */
export const office365Url = (entry: CalendarEntry) => outlookUrl('https://outlook.office.com', entry);

const outlookUrl = (origin: string, entry: CalendarEntry) =>
  withQuery(`${origin}/calendar/0/action/compose`, {
    rru: 'addevent',
    subject: entry.title,
    startdt: new Date(entry.startsAt).toISOString(),
    enddt: new Date(entry.endsAt).toISOString(),
    body: cutTo(entry.details, MAX_DETAILS),
    location: entry.location,
  });

/** Outlook shows the `+` of form encoding as a plus, so spaces are written as %20. */
const withQuery = (page: string, query: Record<string, string>) =>
  `${page}?${Object.entries(query)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&')}`;

const compactUtc = (time: number) => new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
