import type { Wording } from '#mail/letter.ts';
import type { BookingMail, BookingMailKind, MailContext } from '#mail/message.ts';
import { linkBadge } from '#mail/meeting-link.ts';
import { peopleOf } from '#mail/people.ts';
import { reminderHeading } from '#mail/reminder-heading.ts';
import { paragraph, type Texts, textsOf } from '#mail/texts.ts';
import { momentOf } from '#mail/times.ts';
import { proposalWordings } from '#mail/wording-for-proposals.ts';

/** What the guest is told. */
export function guestWording(mail: BookingMail, { now }: MailContext): Wording {
  const t = textsOf(mail);
  const { host, title } = peopleOf(mail);
  const words: Record<BookingMailKind, () => Wording> = {
    confirmed: () => ({
      tone: 'good',
      badge: t('badge.confirmed'),
      heading: t('confirmed.heading', { name: host }),
      sentences: [paragraph(t, t('confirmed.text', { title }), mail.attachInvite && t('calendar.attached'))],
    }),
    pending: () => pending(mail, t),
    declined: () => ({
      tone: 'ended',
      badge: t('badge.declined'),
      heading: t('declined.heading', { host }),
      sentences: [t('declined.text', { title })],
    }),
    expired: () => ({
      tone: 'ended',
      badge: t('badge.not_confirmed'),
      heading: t('expired.heading'),
      sentences: [t('expired.text', { host })],
    }),
    rescheduled: () => ({
      tone: 'good',
      badge: t('badge.rescheduled'),
      heading: t('rescheduled.heading', { host }),
      sentences: [
        paragraph(t, rescheduled(mail, t), t('rescheduled.links'), mail.attachInvite && t('calendar.updates')),
      ],
    }),
    cancelled: () => ({
      tone: 'ended',
      badge: t('badge.cancelled'),
      heading: t('cancelled.heading', { name: host }),
      sentences: [paragraph(t, cancelled(mail, t), mail.attachInvite && t('calendar.removes'))],
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
      heading: t('link_ready.heading'),
      sentences: [t('link_ready.text', { title, host })],
    }),
    link_missing: onlyForHosts,
    changed_at_provider: onlyForHosts,
    reschedule_asked: () => ({
      tone: 'waiting',
      badge: t('badge.pick_time'),
      heading: t('pick_time.heading', { host }),
      sentences: [t('pick_time.text', { title })],
    }),
    follow_up: () => ({
      tone: 'good',
      badge: t('badge.follow_up'),
      heading: t('follow_up.heading', { host }),
      sentences: [t('follow_up.text', { title })],
    }),
    ...proposalWordings(mail),
  };
  return words[mail.kind]();
}

function pending(mail: BookingMail, t: Texts): Wording {
  const { host } = peopleOf(mail);
  const { holdEndsAt, previousStartsAt } = mail.booking;
  const isMoved = previousStartsAt !== null;
  return {
    tone: 'waiting',
    badge: isMoved ? t('badge.new_time_requested') : t('badge.requested'),
    heading: isMoved ? t('requested.moved_heading', { host }) : t('requested.heading', { host }),
    sentences: [
      paragraph(
        t,
        isMoved && rescheduled(mail, t),
        t('requested.review', { host }),
        holdEndsAt !== null && t('requested.held', { moment: momentOf(holdEndsAt, mail.booking) }),
        t('requested.answer'),
      ),
    ],
  };
}

function rescheduled(mail: BookingMail, t: Texts): string {
  const { host, title } = peopleOf(mail);
  if (mail.booking.isAgreed) return t('rescheduled.agreed', { host, title });
  return mail.booking.by === 'guest'
    ? t('rescheduled.by_you', { title })
    : t('rescheduled.by_name', { name: host, title });
}

function cancelled(mail: BookingMail, t: Texts): string {
  const { by } = mail.booking;
  if (by === 'guest') return t('cancelled.by_you');
  return by === 'host' || by === 'provider'
    ? t('cancelled.by_host', { host: peopleOf(mail).host })
    : t('cancelled.text');
}

function onlyForHosts(): never {
  throw new TypeError('this kind of mail is for hosts only');
}
