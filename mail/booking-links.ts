import { isHeld } from '#domain/booking.ts';
import type { Link } from '#mail/letter.ts';
import { lacksLink, meetingLinkOf, providerOf } from '#mail/meeting-link.ts';
import type { BookingMail } from '#mail/message.ts';
import { missingLinkRemedy } from '#mail/missing-link.ts';
import { peopleOf } from '#mail/people.ts';
import { webLink } from '#mail/plain-words.ts';
import { hostTextsOf, textsOf } from '#mail/texts.ts';

/** The one thing to do: to join, or what comes before it. */
export function actionOf(mail: BookingMail): Link | null {
  // When booking and meeting differ, or the guest waits for an answer, that comes first; the link stays among the facts.
  const joinLater = mail.kind === 'changed_at_provider' || mail.kind === 'reschedule_asked' || asksHost(mail);
  return (joinLater ? null : meetingLinkOf(mail).join) ?? (mail.reader === 'host' ? hostStep(mail) : guestStep(mail));
}

/** Where the booking can be looked at and changed, beside the mail's action. */
export function pagesOf(mail: BookingMail, action: Link | null, now: number): Link[] {
  const { reader, booking, links } = mail;
  const page = webLink(reader === 'host' ? links.bookingPage : links.manage);
  if (page === null) return [];
  if (reader === 'host')
    return action?.href === page ? [] : [{ label: hostTextsOf(mail)('host.action.open'), href: page }];
  const t = textsOf(mail);
  const note = hasNoteOfHost(mail) ? [{ label: t('action.read_note', peopleOf(mail)), href: page }] : [];
  if (!isHeld(booking.status) || (booking.status === 'confirmed' && now >= booking.changeableUntil)) return note;
  return [
    ...note,
    { label: t('action.reschedule'), href: `${page}?action=reschedule` },
    { label: t('action.cancel'), href: `${page}?action=cancel` },
  ];
}

/** The one-click targets in the headers answer to POST alone; people go to a page with the button. */
export function stopLinkOf(mail: BookingMail): Link | null {
  const { kind, reader, links } = mail;
  const t = textsOf(mail);
  if (links.leave !== null) return link(t('action.leave'), links.leave.page);
  const page = webLink(links.manage);
  if (kind !== 'reminder' || reader === 'host' || page === null) return null;
  return { label: t('action.stop_reminders'), href: `${page}#reminders` };
}

const asksHost = ({ kind, reader, booking: { status } }: BookingMail) =>
  reader === 'host' && (status === 'pending' || kind === 'proposed');

const hasNoteOfHost = ({ booking: { reasonBy, reason } }: BookingMail) =>
  reasonBy === 'host' && reason !== null && reason.trim() !== '';

function guestStep(mail: BookingMail): Link | null {
  const { kind, links } = mail;
  const label = textsOf(mail)('action.choose_time');
  const page = webLink(links.manage);
  if (kind === 'reschedule_asked' && page !== null) return link(label, `${page}?action=reschedule`);
  if (kind === 'follow_up') return link(textsOf(mail)('action.book_again'), links.rebook);
  return ['declined', 'expired', 'cancelled'].includes(kind) ? link(label, links.rebook) : null;
}

function hostStep(mail: BookingMail): Link | null {
  const { kind, links } = mail;
  const t = hostTextsOf(mail);
  if (asksHost(mail)) return link(t('host.action.answer'), links.answer ?? links.bookingPage);
  const provider = providerOf(mail);
  const remedy = lacksLink(mail) && kind !== 'changed_at_provider' ? missingLinkRemedy(mail) : null;
  if (remedy === 'connect') return link(t('host.action.connect', { provider }), links.integrations);
  if (remedy === 'reconnect') return link(t('host.action.reconnect', { provider }), links.integrations);
  return link(t('host.action.open'), links.bookingPage);
}

function link(label: string, url: string | null): Link | null {
  const href = webLink(url);
  return href === null ? null : { label, href };
}
