import type { Wording } from '#mail/letter.ts';
import { linkBadge } from '#mail/meeting-link.ts';
import type { BookingMail, BookingMailKind, MailContext } from '#mail/message.ts';
import { peopleOf } from '#mail/people.ts';
import { reminderHeading } from '#mail/reminder-heading.ts';
import { paragraph, textsOf } from '#mail/texts.ts';

/** What a further guest is told. @throws TypeError for kinds that are not theirs */
export function furtherGuestWording(mail: BookingMail, { now }: MailContext): Wording {
  const t = textsOf(mail);
  const { host, guest, title } = peopleOf(mail);
  const entry = mail.attachInvite;
  const words: Partial<Record<BookingMailKind, () => Wording>> = {
    confirmed: () => ({
      tone: 'good',
      badge: t('badge.invitation'),
      heading: t('confirmed.heading', { name: host }),
      sentences: [paragraph(t, t('confirmed.further', { guest, title }), entry && t('calendar.attached'))],
    }),
    rescheduled: () => ({
      tone: 'good',
      badge: t('badge.rescheduled'),
      heading: t('rescheduled.further_heading', { host }),
      sentences: [
        paragraph(
          t,
          t('rescheduled.by_name', { name: mail.booking.by === 'guest' ? guest : host, title }),
          entry && t('calendar.updates'),
        ),
      ],
    }),
    cancelled: () => (mail.furtherGuest?.isRemoved ? removed(mail) : cancelled(mail)),
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
  };
  const say = words[mail.kind];
  if (say === undefined) throw new TypeError('this kind of mail is for guest and host only');
  return say();
}

function cancelled(mail: BookingMail): Wording {
  const t = textsOf(mail);
  const { host, title } = peopleOf(mail);
  return {
    tone: 'ended',
    badge: t('badge.cancelled'),
    heading: t('cancelled.further_heading', { host }),
    sentences: [paragraph(t, t('cancelled.further', { title }), mail.attachInvite && t('calendar.removes'))],
  };
}

function removed(mail: BookingMail): Wording {
  const t = textsOf(mail);
  const { host, title } = peopleOf(mail);
  return {
    tone: 'ended',
    badge: t('badge.removed'),
    heading: t('removed.heading', { host }),
    sentences: [paragraph(t, t('removed.text', { host, title }), mail.attachInvite && t('calendar.removes'))],
  };
}
