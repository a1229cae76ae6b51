import { changeWording } from '#mail/wording-for-changes.ts';
import type { Wording } from '#mail/letter.ts';
import type { BookingMail, BookingMailKind, MailContext } from '#mail/message.ts';
import { isProviderLink, linkBadge, providerOf } from '#mail/meeting-link.ts';
import { peopleOf } from '#mail/people.ts';
import { reminderHeading } from '#mail/reminder-heading.ts';
import { type HostTexts, hostTextsOf, paragraph } from '#mail/texts.ts';
import { momentOf } from '#mail/times.ts';
import { proposalWordings } from '#mail/wording-for-proposals.ts';

/** What the host is told. */
export function hostWording(mail: BookingMail, { now }: MailContext): Wording {
  const t = hostTextsOf(mail);
  const { booking } = mail;
  const { guest, title } = peopleOf(mail);
  const provider = providerOf(mail);
  const wasAsked = booking.requiresConfirmation && booking.bookedBy === 'guest';
  const words: Record<BookingMailKind, () => Wording> = {
    confirmed: () => ({
      tone: 'good',
      badge: wasAsked ? t('badge.confirmed') : t('host.badge.new_booking'),
      heading: t('confirmed.heading', { name: guest }),
      sentences: [wasAsked ? t('host.confirmed.by_you', { title, guest }) : booked(mail, t)],
    }),
    pending: () => ({
      tone: 'waiting',
      badge: t('host.badge.please_confirm'),
      heading:
        booking.previousStartsAt === null
          ? t('host.requested.heading', { guest })
          : t('host.requested.moved_heading', { guest }),
      sentences: [paragraph(t, requested(mail, t), answerBy(mail, t))],
    }),
    declined: () => ({
      tone: 'ended',
      badge: t('badge.declined'),
      heading: t('host.declined.heading', { guest }),
      sentences: [t('host.declined.text', { guest })],
    }),
    expired: () => ({
      tone: 'ended',
      badge: t('badge.not_confirmed'),
      heading: t('host.expired.heading', { guest }),
      sentences: [t('host.expired.text', { guest })],
    }),
    rescheduled: () => ({
      tone: 'good',
      badge: t('badge.rescheduled'),
      heading: t('host.rescheduled.heading', { title }),
      sentences: [rescheduled(mail, t)],
    }),
    cancelled: () => ({
      tone: 'ended',
      badge: t('badge.cancelled'),
      heading: t('cancelled.heading', { name: guest }),
      sentences: [paragraph(t, cancelled(mail, t), t('host.cancelled.slot'))],
    }),
    reminder: () => ({
      tone: 'good',
      badge: t('badge.reminder'),
      heading: reminderHeading(mail, now),
      sentences: [t('reminder.text', { title })],
    }),
    link_ready: () => ({
      tone: 'good',
      badge: linkBadge(mail),
      heading: isProviderLink(mail)
        ? t('host.link_ready.provider_heading', { provider, guest })
        : t('host.link_ready.heading', { guest }),
      sentences: [t('host.link_ready.text', { guest })],
    }),
    link_missing: () => ({
      tone: 'waiting',
      badge: t('host.badge.no_link'),
      heading: t('host.no_link.heading', { guest, provider }),
      sentences: [t('host.no_link.text', { title, guest })],
    }),
    changed_at_provider: () => changeWording(mail),
    reschedule_asked: onlyForGuests,
    follow_up: onlyForGuests,
    ...proposalWordings(mail),
  };
  return words[mail.kind]();
}

function onlyForGuests(): never {
  throw new TypeError('this kind of mail is for guests only');
}

function booked(mail: BookingMail, t: HostTexts): string {
  const { guest, title } = peopleOf(mail);
  return mail.booking.bookedBy === 'host'
    ? t('host.booked.by_you', { title, guest })
    : t('host.booked.by_guest', { guest, title });
}

function requested(mail: BookingMail, t: HostTexts): string {
  const { guest, title } = peopleOf(mail);
  const { by, previousStartsAt } = mail.booking;
  if (previousStartsAt === null) return t('host.requested.text', { guest, title });
  return by === 'host'
    ? t('host.requested.moved_by_you', { guest, title })
    : t('host.requested.moved_by_guest', { guest, title });
}

const answerBy = ({ booking }: BookingMail, t: HostTexts): string =>
  booking.holdEndsAt === null
    ? t('host.requested.answer')
    : t('host.requested.answer_by', { moment: momentOf(booking.holdEndsAt, booking) });

function rescheduled(mail: BookingMail, t: HostTexts): string {
  const { guest } = peopleOf(mail);
  const { by, isAgreed } = mail.booking;
  if (isAgreed) return t('host.rescheduled.agreed', { guest });
  if (by === 'guest') return t('host.rescheduled.by_guest', { guest });
  if (by === 'provider') return t('host.rescheduled.at_provider', { provider: providerOf(mail), guest });
  return t('host.rescheduled.by_you', { guest });
}

function cancelled(mail: BookingMail, t: HostTexts): string {
  const { guest } = peopleOf(mail);
  const { by } = mail.booking;
  if (by === 'guest') return t('host.cancelled.by_guest', { guest });
  if (by === 'provider') return t('host.cancelled.at_provider', { provider: providerOf(mail), guest });
  return by === 'host' ? t('host.cancelled.by_you', { guest }) : t('host.cancelled.text', { guest });
}
