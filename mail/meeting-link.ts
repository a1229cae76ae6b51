import { isLocationVisible } from '#domain/guest-visibility.ts';
import { phoneCallOf, telUri } from '#domain/phone-call.ts';
import type { Fact, Link } from '#mail/letter.ts';
import type { BookingMail } from '#mail/message.ts';
import { missingLinkNote } from '#mail/missing-link.ts';
import { peopleOf } from '#mail/people.ts';
import { oneLine, webLink } from '#mail/plain-words.ts';

interface MeetingLink {
  readonly join: Link | null;
  readonly facts: readonly Fact[];
  readonly notes: readonly string[];
}

const saysItIsOff = ({ kind }: BookingMail) => ['declined', 'expired', 'cancelled'].includes(kind);

/** Where the meeting takes place: a link that works, or honestly why there is none yet and what happens next. */
export function meetingLinkOf(mail: BookingMail): MeetingLink {
  const { booking } = mail;
  const label = oneLine(booking.location.label);
  if (saysItIsOff(mail)) return { join: null, facts: [], notes: [] };
  const url = webLink(booking.joinUrl);
  if (booking.conferenceStatus === 'ready' && url !== null && booking.status === 'confirmed')
    return joinable(mail, label, url);
  return { join: null, facts: placeOf(mail, label), notes: notesAbout(mail, label) };
}

function joinable(mail: BookingMail, label: string, href: string): MeetingLink {
  const name = isProviderLink(mail) ? `${label} ` : '';
  const fact = isProviderLink(mail) ? `${label} link` : 'Link';
  return { join: { label: `Join the ${name}meeting`, href }, facts: [{ label: fact, value: href, href }], notes: [] };
}

/** Whether the link is the provider's own; a pasted one may lead anywhere. */
const isProviderLink = ({ booking: { location, isLinkPasted } }: BookingMail) => location.byProvider && !isLinkPasted;

/** What people call the link: "Zoom link", or "meeting link" where no provider made it. */
export const linkName = (mail: BookingMail): string =>
  isProviderLink(mail) ? `${oneLine(mail.booking.location.label) || 'meeting'} link` : 'meeting link';

/** The number that this reader is to call; null where there is none, or none yet. */
export function numberToCall(mail: BookingMail): string | null {
  const { booking, reader } = mail;
  if (saysItIsOff(mail)) return null;
  const call = phoneCallOf(booking.location, booking.guestPhone);
  const mayKnow = reader === 'host' || isLocationVisible(booking.status);
  return call?.caller === reader && mayKnow ? call.number && oneLine(call.number) : null;
}

/** Who waits for a call is told at which number; null where this reader waits for none. */
function callComing(mail: BookingMail, label: string): string | null {
  const call = phoneCallOf(mail.booking.location, mail.booking.guestPhone);
  if (call === null || call.caller === mail.reader || call.number === null) return null;
  if (mail.furtherGuest) return `${label}: ${peopleOf(mail).host} will call ${peopleOf(mail).guest}`;
  return `${label}: ${peopleOf(mail).other} will call you at ${oneLine(call.number)}`;
}

function placeOf(mail: BookingMail, label: string): Fact[] {
  const { booking, reader } = mail;
  const { value, byProvider } = booking.location;
  if (byProvider) return [{ label: 'Where', value: label }];
  const number = numberToCall(mail);
  const href = number === null ? null : telUri(number);
  if (number !== null) return [{ label: 'Call', value: number, ...(href === null ? {} : { href }) }];
  const coming = callComing(mail, label);
  if (coming !== null) return [{ label: 'Where', value: coming }];
  const mayKnow = reader === 'host' || isLocationVisible(booking.status);
  const place = value === null || !mayKnow ? '' : oneLine(value);
  const text = [label, place].filter((part) => part !== '').join(': ');
  return text === '' ? [] : [{ label: 'Where', value: text }];
}

function notesAbout(mail: BookingMail, label: string): string[] {
  const { booking, reader, kind } = mail;
  if (kind === 'changed_at_provider') return [];
  if (!isOnline(mail)) return placeComesLater(mail);
  if (booking.status === 'pending')
    return reader === 'host'
      ? ['Your guest gets the link when you confirm.']
      : ['You’ll get the link to join with the confirmation.'];
  if (!lacksLink(mail)) return [];
  return [reader === 'host' ? missingLinkNote(mail) : guestNote(mail, label)];
}

function placeComesLater({ booking, reader }: BookingMail): string[] {
  const { kind, value } = booking.location;
  if (reader === 'host' || booking.status !== 'pending' || value === null) return [];
  return [`You’ll get the ${kind === 'phone' ? 'phone number' : 'address'} with the confirmation.`];
}

function guestNote(mail: BookingMail, label: string): string {
  const { host } = peopleOf(mail);
  if (mail.booking.conferenceStatus === 'pending' && mail.booking.conferenceProblem === null)
    return `We’re still creating the ${label} link. Your booking is confirmed, and we’ll email you the link as soon as it’s ready.`;
  return (
    `There’s no ${label} link yet. Your booking is confirmed, and we’ve told ${host}. ` +
    `You’ll get the link from us or from ${host}. If you don’t have it shortly before the meeting, reply to this email.`
  );
}

/** Whether people meet through a link. */
export const isOnline = ({ booking: { location } }: BookingMail) => location.byProvider || location.kind === 'link';

/** Whether a confirmed booking is to have a link and has none yet. */
export const lacksLink = (mail: BookingMail) =>
  isOnline(mail) && mail.booking.status === 'confirmed' && !['none', 'ready'].includes(mail.booking.conferenceStatus);
