import { mailtoUri } from '#domain/email-address.ts';
import { cleanLine } from '#domain/names.ts';
import { readableEmail } from '#mail/addresses.ts';
import { actionOf, pagesOf, stopLinkOf } from '#mail/booking-links.ts';
import { calendarLinksOf } from '#mail/calendar-links.ts';
import type { Fact, Letter, Wording } from '#mail/letter.ts';
import { meetingLinkOf } from '#mail/meeting-link.ts';
import type { BookingMail, BookingMailKind, MailContext } from '#mail/message.ts';
import { peopleOf, shownName } from '#mail/people.ts';
import { oneLine, severalLines, shortened } from '#mail/plain-words.ts';
import { hostTextsOf, languageFor, paragraph, textsOf } from '#mail/texts.ts';
import { momentOf, momentHere, whenOf } from '#mail/times.ts';
import { furtherGuestWording } from '#mail/wording-for-further-guests.ts';
import { guestWording } from '#mail/wording-for-guests.ts';
import { hostWording } from '#mail/wording-for-hosts.ts';

const TELL_ANSWERS: readonly BookingMailKind[] = ['confirmed', 'pending', 'reminder'];
/** Later mails speak of the time as it is. */
const TELL_FORMER_TIME: readonly BookingMailKind[] = ['rescheduled', 'pending'];

/** Everything one reader is told about one event in a booking's life. */
export function bookingLetter(mail: BookingMail, context: MailContext): Letter {
  const { booking, reader } = mail;
  const wording = wordingOf(mail, context);
  const meeting = meetingLinkOf(mail);
  const action = actionOf(mail);
  const when = whenOf(booking.startsAt, booking.endsAt, booking);
  return {
    ...wording,
    language: languageFor(reader, booking.readerLocale),
    preview: textsOf(mail)('mail.preview', { sentence: wording.sentences[0] ?? '', when: when.full }),
    when,
    formerTime: formerTime(mail),
    action,
    facts: [...people(mail), ...hostLine(mail), ...meeting.facts, ...reason(mail), ...answers(mail)],
    notes: [...meeting.notes, ...changeNotice(mail, context.now)],
    links: pagesOf(mail, action, context.now),
    calendars: calendarLinksOf(mail),
    footer: footer(mail, when.zone),
    unsubscribe: stopLinkOf(mail),
    support: { address: context.supportEmail, home: context.publicUrl },
  };
}

function wordingOf(mail: BookingMail, context: MailContext): Wording {
  if (mail.furtherGuest) return furtherGuestWording(mail, context);
  return mail.reader === 'host' ? hostWording(mail, context) : guestWording(mail, context);
}

function formerTime({ kind, booking }: BookingMail): string | null {
  const { previousStartsAt } = booking;
  if (previousStartsAt === null || !TELL_FORMER_TIME.includes(kind)) return null;
  return momentHere(previousStartsAt, booking);
}

function people(mail: BookingMail): Fact[] {
  const t = textsOf(mail);
  const { title, guest, other } = peopleOf(mail);
  const about = [
    { label: t('label.what'), value: title },
    { label: t('label.with'), value: other },
  ];
  if (mail.furtherGuest) return [...about, { label: t('label.booked_by'), value: guest }];
  if (mail.reader === 'guest') return about;
  const address = oneLine(mail.booking.guestEmail);
  const label = hostTextsOf(mail)('host.label.email');
  return [...about, { label, value: readableEmail(address), href: mailtoUri(address) }, ...furtherGuests(mail)];
}

/** Hosts only: the addresses are others’, and a stranger may have typed them. */
function furtherGuests(mail: BookingMail): Fact[] {
  const { furtherGuests } = mail.booking;
  if (furtherGuests.length === 0) return [];
  const t = hostTextsOf(mail);
  const people = furtherGuests.map(({ name, email }) => {
    const address = readableEmail(oneLine(email));
    return shownName(name) === '' ? address : t('host.further_guest', { name: shownName(name), address });
  });
  return [{ label: t('host.label.guests', { count: people.length }), value: people.join('\n') }];
}

const LONGEST_HOST_LINE = 200;

/** A line of the host's own, without addresses and links, like a name, and said to be the host's. */
function hostLine(mail: BookingMail): Fact[] {
  const value = shortened(cleanLine(mail.booking.hostLine), LONGEST_HOST_LINE);
  if (value === '' || mail.reader === 'host' || mail.furtherGuest) return [];
  return [{ label: textsOf(mail)('label.host_line', peopleOf(mail)), value }];
}

/**
 * Quotes what people wrote to hosts only. A stranger may have typed the guest's address and would have us mail their
 * words to it; guests read them on the booking's page.
 */
function reason(mail: BookingMail): Fact[] {
  const { reason, reasonBy } = mail.booking;
  const value = reason === null ? '' : severalLines(reason);
  if (value === '' || mail.reader === 'guest') return [];
  const t = hostTextsOf(mail);
  const label = reasonBy === 'host' ? t('host.label.own_note') : t('host.label.note', peopleOf(mail));
  return [{ label, value }];
}

function answers(mail: BookingMail): Fact[] {
  if (mail.reader === 'guest' || !TELL_ANSWERS.includes(mail.kind)) return [];
  const t = hostTextsOf(mail);
  const inWords = (value: boolean) => (value ? t('host.answer.yes') : t('host.answer.no'));
  return mail.booking.answers
    .map(({ label, value }) => ({
      label: oneLine(label),
      value: typeof value === 'boolean' ? inWords(value) : severalLines(value),
    }))
    .filter(({ value }) => value !== '');
}

/** Until when a guest can change a confirmed booking, where the host has set it, and what to do after it. */
function changeNotice(mail: BookingMail, now: number): string[] {
  const { reader, furtherGuest, booking } = mail;
  const { changeableUntil, startsAt, status } = booking;
  if (reader === 'host' || furtherGuest || status !== 'confirmed' || changeableUntil >= startsAt) return [];
  const t = textsOf(mail);
  const { host } = peopleOf(mail);
  return now < changeableUntil
    ? [t('change.until', { moment: momentOf(changeableUntil, booking), host })]
    : [t('change.over', { host })];
}

function footer(mail: BookingMail, zone: string): string[] {
  const t = textsOf(mail);
  const { host, guest } = peopleOf(mail);
  const { hostContact, status } = mail.booking;
  if (mail.reader === 'host') return [hostTextsOf(mail)('host.why'), t('zone.reader', { zone })];
  const reply = t(hostContact === null ? 'reply.support' : 'reply.host', { host });
  if (mail.furtherGuest)
    return [paragraph(t, t('why.further', { guest, host }), reply), t('zone.further', { guest, zone })];
  const why = t(status === 'pending' ? 'why.requested' : 'why.booked', { host });
  return [paragraph(t, why, reply), t('zone.reader', { zone })];
}
