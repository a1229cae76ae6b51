import { isLocationVisible } from '#domain/guest-visibility.ts';
import { phoneCallOf, telUri } from '#domain/phone-call.ts';
import type { Fact, Link } from '#mail/letter.ts';
import type { BookingMail } from '#mail/message.ts';
import { missingLinkNote } from '#mail/missing-link.ts';
import { peopleOf } from '#mail/people.ts';
import { oneLine, webLink } from '#mail/plain-words.ts';
import { hostTextsOf, textsOf } from '#mail/texts.ts';

interface MeetingLink {
  readonly join: Link | null;
  readonly facts: readonly Fact[];
  readonly notes: readonly string[];
}

/** Whether the meeting is over for its guests: the meeting will not take place, or has. */
const isOver = ({ kind }: BookingMail) => ['declined', 'expired', 'cancelled', 'follow_up'].includes(kind);

/** Where the meeting takes place: a link that works, or honestly why there is none yet and what happens next. */
export function meetingLinkOf(mail: BookingMail): MeetingLink {
  const { booking } = mail;
  if (isOver(mail)) return { join: null, facts: [], notes: [] };
  const url = webLink(booking.joinUrl);
  if (booking.conferenceStatus === 'ready' && url !== null && booking.status === 'confirmed')
    return joinable(mail, url);
  return { join: null, facts: placeOf(mail), notes: notesAbout(mail) };
}

function joinable(mail: BookingMail, href: string): MeetingLink {
  const t = textsOf(mail);
  const provider = providerOf(mail);
  const [action, label] = isProviderLink(mail)
    ? [t('action.join_provider', { provider }), t('label.provider_link', { provider })]
    : [t('action.join'), t('label.link')];
  return { join: { label: action, href }, facts: [{ label, value: href, href }], notes: [] };
}

/** The meeting's provider as people call it. */
export const providerOf = ({ booking }: BookingMail): string => oneLine(booking.location.label);

/** Whether the link is the provider's own; a pasted one may lead anywhere. */
export const isProviderLink = ({ booking: { location, isLinkPasted } }: BookingMail) =>
  location.byProvider && !isLinkPasted;

/** What people call the link: "Zoom link", or "Meeting link" where no provider made it. */
export function linkBadge(mail: BookingMail): string {
  const t = textsOf(mail);
  return isProviderLink(mail) ? t('badge.provider_link', { provider: providerOf(mail) }) : t('badge.link');
}

const PLACES = { link: 'place.link', phone: 'place.phone', in_person: 'place.in_person' } as const;

/** How people meet: "Zoom", "Phone", "In person". */
function wayToMeet(mail: BookingMail): string {
  const { kind, byProvider } = mail.booking.location;
  const place = byProvider ? undefined : PLACES[kind as keyof typeof PLACES];
  return place === undefined ? providerOf(mail) : textsOf(mail)(place);
}

/** The number that this reader is to call; null where there is none, or none yet. */
export function numberToCall(mail: BookingMail): string | null {
  const { booking, reader } = mail;
  if (isOver(mail)) return null;
  const call = phoneCallOf(booking.location, booking.guestPhone);
  const mayKnow = reader === 'host' || isLocationVisible(booking.status);
  return call?.caller === reader && mayKnow ? call.number && oneLine(call.number) : null;
}

/** Who waits for a call is told at which number; null where this reader waits for none. */
function callComing(mail: BookingMail): string | null {
  const call = phoneCallOf(mail.booking.location, mail.booking.guestPhone);
  if (call === null || call.caller === mail.reader || call.number === null) return null;
  const t = textsOf(mail);
  const { host, guest, other: name } = peopleOf(mail);
  if (mail.furtherGuest) return t('meet.guest_called', { kind: wayToMeet(mail), host, guest });
  return t('meet.called', { kind: wayToMeet(mail), name, number: oneLine(call.number) });
}

function placeOf(mail: BookingMail): Fact[] {
  const t = textsOf(mail);
  const { booking, reader } = mail;
  const number = numberToCall(mail);
  const href = number === null ? null : telUri(number);
  if (number !== null) return [{ label: t('label.call'), value: number, ...(href === null ? {} : { href }) }];
  const coming = callComing(mail);
  if (coming !== null) return [{ label: t('label.where'), value: coming }];
  const kind = wayToMeet(mail);
  const { value, byProvider } = booking.location;
  const mayKnow = reader === 'host' || isLocationVisible(booking.status);
  const place = byProvider || value === null || !mayKnow ? '' : oneLine(value);
  return [{ label: t('label.where'), value: place === '' ? kind : t('place.named', { kind, place }) }];
}

function notesAbout(mail: BookingMail): string[] {
  const { booking, reader, kind } = mail;
  if (kind === 'changed_at_provider') return [];
  if (!isOnline(mail)) return placeComesLater(mail);
  if (booking.status === 'pending')
    return reader === 'host'
      ? [hostTextsOf(mail)('host.no_link.guest_gets_link')]
      : [textsOf(mail)('meet.link_with_confirmation')];
  if (!lacksLink(mail)) return [];
  return [reader === 'host' ? missingLinkNote(mail) : guestNote(mail)];
}

function placeComesLater(mail: BookingMail): string[] {
  const { kind, value } = mail.booking.location;
  if (mail.reader === 'host' || mail.booking.status !== 'pending' || value === null) return [];
  const t = textsOf(mail);
  return [kind === 'phone' ? t('meet.number_with_confirmation') : t('meet.address_with_confirmation')];
}

function guestNote(mail: BookingMail): string {
  const { conferenceStatus, conferenceProblem } = mail.booking;
  const t = textsOf(mail);
  const provider = wayToMeet(mail);
  return conferenceStatus === 'pending' && conferenceProblem === null
    ? t('meet.creating_link', { provider })
    : t('meet.no_link', { provider, host: peopleOf(mail).host });
}

/** Whether people meet through a link. */
export const isOnline = ({ booking: { location } }: BookingMail) => location.byProvider || location.kind === 'link';

/** Whether a confirmed booking is to have a link and has none yet. */
export const lacksLink = (mail: BookingMail) =>
  isOnline(mail) && mail.booking.status === 'confirmed' && !['none', 'ready'].includes(mail.booking.conferenceStatus);
