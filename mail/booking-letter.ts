import { entryDetails, googleCalendarUrl, office365Url, outlookComUrl } from '#domain/add-to-calendar.ts';
import { isHeld } from '#domain/booking.ts';
import { mailtoUri } from '#domain/email-address.ts';
import { readableEmail } from '#mail/addresses.ts';
import { placeText } from '#mail/invitation.ts';
import type { Fact, Letter, Link, Wording } from '#mail/letter.ts';
import { isOnline, lacksLink, meetingLinkOf } from '#mail/meeting-link.ts';
import type { BookingMail, BookingMailKind, MailContext } from '#mail/message.ts';
import { missingLinkOf } from '#mail/missing-link.ts';
import { peopleOf, shownName } from '#mail/people.ts';
import { oneLine, severalLines, webLink } from '#mail/plain-words.ts';
import { momentOf, whenOf } from '#mail/times.ts';
import { furtherGuestWording } from '#mail/wording-for-further-guests.ts';
import { guestWording } from '#mail/wording-for-guests.ts';
import { hostWording } from '#mail/wording-for-hosts.ts';

const TELL_ANSWERS: readonly BookingMailKind[] = ['confirmed', 'pending', 'reminder'];
/** Later mails speak of the time as it is. */
const TELL_FORMER_TIME: readonly BookingMailKind[] = ['rescheduled', 'pending'];
const OFFER_CALENDARS: readonly BookingMailKind[] = ['confirmed', 'rescheduled'];

/** Everything one reader is told about one event in a booking's life. */
export function bookingLetter(mail: BookingMail, context: MailContext): Letter {
  const { booking } = mail;
  const wording = wordingOf(mail, context);
  const meeting = meetingLinkOf(mail);
  // When booking and meeting differ, or the guest waits for an answer, that comes first; the link stays among the facts.
  const join =
    mail.kind === 'changed_at_provider' || mail.kind === 'reschedule_asked' || asksHost(mail) ? null : meeting.join;
  const action = join ?? nextStep(mail);
  const when = whenOf(booking.startsAt, booking.endsAt, booking);
  return {
    ...wording,
    preview: `${wording.sentences[0] ?? ''} ${when.full}.`,
    when,
    formerTime: formerTime(mail),
    action,
    facts: [...people(mail), ...meeting.facts, ...reason(mail), ...answers(mail)],
    notes: [...meeting.notes, ...changeNotice(mail, context.now)],
    links: pages(mail, action, context.now),
    calendars: offersCalendars(mail) ? calendars(mail) : [],
    footer: footer(mail, when.zone),
    unsubscribe: stopLink(mail),
    support: { address: context.supportEmail, home: context.publicUrl },
  };
}

/** The one-click targets in the headers answer to POST alone; people go to a page with the button. */
function stopLink({ kind, reader, links }: BookingMail): Link | null {
  if (links.leave !== null) return link('Stop these emails and leave the meeting', links.leave.page);
  const page = webLink(links.manage);
  if (kind !== 'reminder' || reader === 'host' || page === null) return null;
  return { label: 'Stop reminders for this booking', href: `${page}#reminders` };
}

function wordingOf(mail: BookingMail, context: MailContext): Wording {
  if (mail.furtherGuest) return furtherGuestWording(mail, context);
  return mail.reader === 'host' ? hostWording(mail, context) : guestWording(mail, context);
}

function formerTime({ kind, booking }: BookingMail): string | null {
  const { previousStartsAt } = booking;
  if (previousStartsAt === null || !TELL_FORMER_TIME.includes(kind)) return null;
  return momentOf(previousStartsAt, booking).replace(/ \(.*\)$/, '');
}

function people(mail: BookingMail): Fact[] {
  const { title, host, guest } = peopleOf(mail);
  const what = { label: 'What', value: title };
  if (mail.furtherGuest) return [what, { label: 'With', value: host }, { label: 'Booked by', value: guest }];
  if (mail.reader === 'guest') return [what, { label: 'With', value: host }];
  const address = oneLine(mail.booking.guestEmail);
  const email = { label: 'Email', value: readableEmail(address), href: mailtoUri(address) };
  return [what, { label: 'With', value: guest }, email, ...furtherGuests(mail)];
}

/** Hosts only: the addresses are others’, and a stranger may have typed them. */
function furtherGuests({ booking }: BookingMail): Fact[] {
  if (booking.furtherGuests.length === 0) return [];
  const people = booking.furtherGuests.map(({ name, email }) => {
    const address = readableEmail(oneLine(email));
    return shownName(name) === '' ? address : `${shownName(name)} (${address})`;
  });
  return [{ label: people.length === 1 ? 'Guest' : 'Guests', value: people.join('\n') }];
}

/**
 * Quotes what people wrote to hosts only. A stranger may have typed the guest's address and would have us mail their
 * words to it; guests read them on the booking's page.
 */
function reason(mail: BookingMail): Fact[] {
  const { reason, reasonBy } = mail.booking;
  const text = reason === null ? '' : severalLines(reason);
  if (text === '' || mail.reader === 'guest') return [];
  return [{ label: `Note from ${reasonBy === 'host' ? 'you' : peopleOf(mail).guest}`, value: text }];
}

const asksHost = ({ kind, reader, booking: { status } }: BookingMail) =>
  reader === 'host' && (status === 'pending' || kind === 'proposed');

const hasNoteOfHost = ({ reader, booking: { reasonBy, reason } }: BookingMail) =>
  reader === 'guest' && reasonBy === 'host' && reason !== null && reason.trim() !== '';

function answers(mail: BookingMail): Fact[] {
  if (mail.reader === 'guest' || !TELL_ANSWERS.includes(mail.kind)) return [];
  return mail.booking.answers
    .map(({ label, value }) => ({ label: oneLine(label), value: severalLines(value) }))
    .filter(({ value }) => value !== '');
}

function link(label: string, url: string | null): Link | null {
  const href = webLink(url);
  return href === null ? null : { label, href };
}

/** The one thing to do when there is nothing to join. */
function nextStep(mail: BookingMail): Link | null {
  const { kind, reader, booking, links } = mail;
  if (reader === 'guest') {
    const page = webLink(links.manage);
    if (kind === 'reschedule_asked' && page !== null) return link('Choose another time', `${page}?action=reschedule`);
    if (['declined', 'expired', 'cancelled'].includes(kind)) return link('Choose another time', links.rebook);
    return null;
  }
  if (asksHost(mail)) return link('Confirm or decline', links.answer ?? links.bookingPage);
  const label = oneLine(booking.location.label);
  const remedy = lacksLink(mail) && kind !== 'changed_at_provider' ? missingLinkOf(mail).remedy : null;
  if (remedy === 'connect') return link(`Connect ${label}`, links.integrations);
  if (remedy === 'reconnect') return link(`Reconnect ${label}`, links.integrations);
  return link('Open the booking', links.bookingPage);
}

/** Until when a guest can change a confirmed booking, where the host has set it, and what to do after it. */
function changeNotice({ reader, furtherGuest, booking }: BookingMail, now: number): string[] {
  const { changeableUntil, startsAt, status } = booking;
  if (reader === 'host' || furtherGuest || status !== 'confirmed' || changeableUntil >= startsAt) return [];
  return now < changeableUntil
    ? [`You can reschedule or cancel until ${momentOf(changeableUntil, booking)}. After that, reply to this email.`]
    : ['To reschedule or cancel now, reply to this email.'];
}

function pages(mail: BookingMail, action: Link | null, now: number): Link[] {
  const { reader, booking, links } = mail;
  const page = webLink(reader === 'host' ? links.bookingPage : links.manage);
  if (page === null) return [];
  if (reader === 'host') return action?.href === page ? [] : [{ label: 'Open the booking', href: page }];
  const note = hasNoteOfHost(mail) ? [{ label: `Read ${peopleOf(mail).host}’s note`, href: page }] : [];
  if (!isHeld(booking.status) || (booking.status === 'confirmed' && now >= booking.changeableUntil)) return note;
  return [
    ...note,
    { label: 'Reschedule', href: `${page}?action=reschedule` },
    { label: 'Cancel', href: `${page}?action=cancel` },
  ];
}

/** Entries made by these links tell of links to change the booking, which further guests do not have. */
const offersCalendars = ({ kind, attachInvite, booking: { status }, furtherGuest }: BookingMail): boolean =>
  OFFER_CALENDARS.includes(kind) && attachInvite && status === 'confirmed' && furtherGuest === null;

function calendars(mail: BookingMail): Link[] {
  const { startsAt, endsAt } = mail.booking;
  const entry = {
    title: peopleOf(mail).meeting,
    startsAt,
    endsAt,
    details: entryDetails(meetingLinkOf(mail).join?.href ?? null, isOnline(mail)),
    location: placeText(mail),
  };
  return [
    { label: 'Google Calendar', href: googleCalendarUrl(entry) },
    { label: 'Outlook.com', href: outlookComUrl(entry) },
    { label: 'Microsoft 365', href: office365Url(entry) },
  ];
}

function footer(mail: BookingMail, zone: string): string[] {
  const { host, guest } = peopleOf(mail);
  if (mail.furtherGuest)
    return [
      `You’re receiving this email because ${guest} added this address to a meeting with ${host}. Reply to reach ${host}.`,
      `Times are shown in the time zone of ${guest}, ${zone}.`,
    ];
  const why =
    mail.reader === 'guest'
      ? `You’re receiving this email because this address was used to ${mail.booking.status === 'pending' ? 'request' : 'book'} a meeting with ${host}. Reply to reach ${host}.`
      : 'You’re receiving this email because you host this booking. Reply to reach your guest.';
  return [why, `Times are shown in ${zone}.`];
}
