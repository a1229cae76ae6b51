import { googleCalendarUrl, office365Url, outlookComUrl } from '#domain/add-to-calendar.ts';
import { placeText } from '#mail/invitation.ts';
import type { Link } from '#mail/letter.ts';
import { isOnline, meetingLinkOf } from '#mail/meeting-link.ts';
import type { BookingMail, BookingMailKind } from '#mail/message.ts';
import { peopleOf } from '#mail/people.ts';
import { type Texts, textsOf } from '#mail/texts.ts';

const OFFER_CALENDARS: readonly BookingMailKind[] = ['confirmed', 'rescheduled'];

/** The pages of calendars with the meeting filled in, by their own names. */
export function calendarLinksOf(mail: BookingMail): Link[] {
  if (!offersCalendars(mail)) return [];
  const { startsAt, endsAt } = mail.booking;
  const joinUrl = meetingLinkOf(mail).join?.href ?? null;
  const entry = {
    title: peopleOf(mail).meeting,
    startsAt,
    endsAt,
    details: entryDetails(textsOf(mail), joinUrl, isOnline(mail)),
    location: placeText(mail),
  };
  return [
    { label: 'Google Calendar', href: googleCalendarUrl(entry) },
    { label: 'Outlook.com', href: outlookComUrl(entry) },
    { label: 'Microsoft 365', href: office365Url(entry) },
  ];
}

/** Entries made by these links tell of links to change the booking, which further guests do not have. */
const offersCalendars = ({ kind, attachInvite, booking: { status }, furtherGuest }: BookingMail): boolean =>
  OFFER_CALENDARS.includes(kind) && attachInvite && status === 'confirmed' && furtherGuest === null;

/**
 * What an entry says of joining and of changing one's mind. No link of the guest's own pages goes there: it would stay in
 * other sites' logs.
 */
export function entryDetails(t: Texts, joinUrl: string | null, isOnline: boolean): string {
  const soon = isOnline ? t('calendar.link_follows') : '';
  const how = joinUrl === null ? soon : t('calendar.join', { url: joinUrl });
  return [how, t('calendar.use_mail')].filter((line) => line !== '').join('\n');
}
