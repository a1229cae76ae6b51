import { expect, test } from 'vitest';
import { googleCalendarUrl, office365Url, outlookComUrl } from '#domain/add-to-calendar.ts';
import { entryDetails } from '#mail/calendar-links.ts';
import { textsIn } from '#mail/texts.ts';
import { calendarLinks } from './add-to-calendar.tsx';
import type { Booking } from './use-booking.ts';
import { compiled } from '#messages/compile.ts';
import { pages } from '#messages/en/pages.ts';
import { writeIn } from '../t.ts';

writeIn('en', compiled(pages));

const booking = (conference: Booking['conference']): Booking => ({
  id: '0198b1f2-4c1e-7a30-9b1d-2f6f0c9d1a01',
  status: 'confirmed',
  revision: 1,
  startsAt: '2026-12-01T09:00:00.000Z',
  endsAt: '2026-12-01T09:30:00.000Z',
  previousStartsAt: null,
  proposedStartsAt: null,
  proposalOutcome: null,
  holdEndsAt: null,
  requiresConfirmation: false,
  requiresReason: false,
  thankYou: '',
  eventType: {
    slug: 'intro',
    title: 'Talk & tea + cake',
    durationMinutes: 30,
    location: { kind: 'zoom', name: 'Zoom' },
  },
  host: { name: 'Dana Demo', handle: 'dana', bio: '', accentColour: null, photo: null, contactEmail: null },
  guest: {
    name: 'Gus Guest',
    email: 'gus@example.com',
    timeZone: 'Europe/Berlin',
    locale: 'en-GB',
    hourCycle: 'h23',
    answers: [],
  },
  guests: [],
  rescheduleAsked: false,
  phone: null,
  changeableUntil: '2026-12-01T09:00:00.000Z',
  durationMinutes: 30,
  conference,
  hostNote: null,
  remindersOff: false,
  nextReminderAt: null,
  manageUrl: 'https://app.example.com/booking/secret',
  token: 'secret',
});

test.each([
  ['ready', 'https://zoom.us/j/98765432101?pwd=abc'],
  ['pending', null],
] as const)(
  "the page's calendar links are those of the mails, and tell no one the guest's own: link %s",
  (status, joinUrl) => {
    const links = calendarLinks(booking({ provider: 'zoom', status, joinUrl })).map(({ href }) => href);
    const entry = {
      title: 'Talk & tea + cake with Dana Demo',
      startsAt: Date.UTC(2026, 11, 1, 9),
      endsAt: Date.UTC(2026, 11, 1, 9, 30),
      details: entryDetails(textsIn('en'), joinUrl, true),
      location: joinUrl ?? 'Zoom',
    };
    expect(links.slice(0, 3)).toEqual([googleCalendarUrl(entry), outlookComUrl(entry), office365Url(entry)]);
    expect(links.slice(0, 3).join(' ')).not.toMatch(/secret|\+/);
  },
);
