import { cleanName } from '#domain/names.ts';
import { directionOf } from '#messages/languages.ts';
import { accountLetter } from '#mail/account-letter.ts';
import { bookingLetter } from '#mail/booking-letter.ts';
import { calendarLetter } from '#mail/calendar-letter.ts';
import { connectionLetter } from '#mail/connection-letter.ts';
import { directed } from '#mail/direction.ts';
import { conversationHeaders, mailboxOf, MACHINE_HEADERS, replyAddress, unsubscribeHeaders } from '#mail/headers.ts';
import { invitationOf } from '#mail/invitation.ts';
import { letterHtml } from '#mail/letter-html.ts';
import { letterText } from '#mail/letter-text.ts';
import type { Letter } from '#mail/letter.ts';
import type {
  AccountMail,
  BookingMail,
  CalendarMail,
  ConnectionMail,
  MailContext,
  RenderedMail,
  WebhookMail,
} from '#mail/message.ts';
import { guestReaderOf, peopleOf } from '#mail/people.ts';
import { oneLine, webLink } from '#mail/plain-words.ts';
import { textsOf } from '#mail/texts.ts';
import { webhookLetter } from '#mail/webhook-letter.ts';

/**
 * The mail one reader gets about one event in a booking's life, ready to be sent. Throws TypeError for a guest and a
 * kind that is for hosts only.
 */
export function renderBookingMail(mail: BookingMail, context: MailContext): RenderedMail {
  const { booking, reader } = mail;
  const letter = bookingLetter(mail, context);
  const oneClick = webLink(mail.links.leave?.oneClick ?? (mail.kind === 'reminder' ? mail.links.unsubscribe : null));
  const host = [booking.hostName, booking.hostEmail] as const;
  const { name: guestName, email: guestEmail } = guestReaderOf(mail);
  const guest = [guestName, guestEmail] as const;
  const ics = invitationOf(mail, context);
  const [to, other] = reader === 'host' ? [host, guest] : [guest, [booking.hostName, booking.hostContact] as const];
  return {
    ...bodies(letter),
    from: mailboxOf(textsOf(mail)('mail.sender', { name: peopleOf(mail).other }), context.from),
    to: mailboxOf(...to),
    replyTo: replyAddress(...other, context.supportEmail),
    subject: subjectOf(mail, letter, ics?.method === 'REQUEST'),
    ics,
    headers: {
      'Content-Language': letter.language,
      ...conversationHeaders('booking', booking.id, context.from),
      ...(oneClick === null ? {} : unsubscribeHeaders(oneClick)),
    },
  };
}

/**
 * What happened, with whom and when. Exchange names a calendar entry after the subject of the mail that brings it, not
 * after the file (github.com/nextcloud/calendar/issues/8592), so the subject begins like the entry.
 */
function subjectOf(mail: BookingMail, { badge, when, language }: Letter, bringsEntry: boolean): string {
  const t = textsOf(mail);
  const said = { badge, meeting: peopleOf(mail).meeting, when: when?.short ?? '' };
  const subject = bringsEntry ? t('mail.subject.entry', said) : t('mail.subject', said);
  return directed(cleanName(subject), directionOf(language));
}

/** The mail a host gets when a provider ends our access. */
export function renderConnectionMail(mail: ConnectionMail, context: MailContext): RenderedMail {
  const about = { kind: 'connection', id: mail.connectionId, name: mail.providerName } as const;
  return renderTrouble(about, mail, connectionLetter(mail, context), context);
}

/** The mail a host gets when a calendar that blocks times cannot be read. */
export function renderCalendarMail(mail: CalendarMail, context: MailContext): RenderedMail {
  const about = { kind: 'calendar', id: mail.calendarId, name: mail.calendarName } as const;
  return renderTrouble(about, mail, calendarLetter(mail, context), context);
}

/** The mail a host gets when we have paused a webhook. */
export function renderWebhookMail(mail: WebhookMail, context: MailContext): RenderedMail {
  const about = { kind: 'webhook', id: mail.webhookId, name: new URL(mail.url).hostname } as const;
  return renderTrouble(about, mail, webhookLetter(mail, context), context);
}

interface About {
  readonly kind: 'connection' | 'calendar' | 'webhook';
  readonly id: string;
  /** As the host knows it. */
  readonly name: string;
}

/** A mail to a host about something of theirs that no longer works; those about one of them are one conversation. */
function renderTrouble(
  { kind, id, name }: About,
  { hostName, hostEmail }: { readonly hostName: string; readonly hostEmail: string },
  letter: Letter,
  { from, supportEmail }: MailContext,
): RenderedMail {
  return {
    ...bodies(letter),
    from: mailboxOf('Insytical', from),
    to: mailboxOf(hostName, hostEmail),
    replyTo: mailboxOf('Insytical', supportEmail),
    subject: oneLine(`${letter.badge}: ${name}`),
    ics: null,
    headers: { 'Content-Language': letter.language, ...conversationHeaders(kind, id, from) },
  };
}

/** The mail with a host's way in. It is no part of any conversation. */
export function renderAccountMail(mail: AccountMail, context: Omit<MailContext, 'now'>): RenderedMail {
  const letter = accountLetter(mail, context);
  return {
    ...bodies(letter),
    from: mailboxOf('Insytical', context.from),
    to: mailboxOf('', mail.to),
    replyTo: mailboxOf('Insytical', context.supportEmail),
    subject: letter.heading,
    ics: null,
    headers: { 'Content-Language': letter.language, ...MACHINE_HEADERS },
  };
}

const bodies = (letter: Letter) => ({ html: letterHtml(letter), text: letterText(letter) });
