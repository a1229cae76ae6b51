import type { Wording } from '#mail/letter.ts';
import type { BookingMail } from '#mail/message.ts';
import { peopleOf } from '#mail/people.ts';
import { hostTextsOf, paragraph, textsOf } from '#mail/texts.ts';
import { momentOf } from '#mail/times.ts';

/** What a mail says about the time that a guest has proposed, or no longer proposes, for a booking that keeps its own. */
export const proposalWordings = (mail: BookingMail) => ({
  proposed: () => (mail.reader === 'host' ? proposedToHost(mail) : proposedByGuest(mail)),
  proposal_declined: () => kept(mail, mail.reader === 'host' ? declinedByHost(mail) : declinedToGuest(mail)),
  proposal_expired: () => kept(mail, mail.reader === 'host' ? expiredForHost(mail) : expiredForGuest(mail)),
  proposal_withdrawn: () => kept(mail, mail.reader === 'host' ? withdrawnToHost(mail) : withdrawnByGuest(mail)),
});

function proposedToHost(mail: BookingMail): Wording {
  const t = hostTextsOf(mail);
  const { guest, title } = peopleOf(mail);
  const { holdEndsAt } = mail.booking;
  return {
    tone: 'waiting',
    badge: t('host.badge.please_confirm'),
    heading: t('host.requested.moved_heading', { guest }),
    sentences: [
      t('host.proposed.text', { guest, title, moment: proposed(mail) }),
      holdEndsAt === null
        ? t('host.proposed.answer')
        : t('host.proposed.answer_by', { moment: momentOf(holdEndsAt, mail.booking) }),
    ],
  };
}

function proposedByGuest(mail: BookingMail): Wording {
  const t = textsOf(mail);
  const { host, title } = peopleOf(mail);
  const { holdEndsAt } = mail.booking;
  return {
    tone: 'waiting',
    badge: t('badge.new_time_requested'),
    heading: t('proposed.heading', { host }),
    sentences: [
      t('proposed.text', { title, moment: proposed(mail) }),
      paragraph(
        t,
        t('proposed.stays', { host }),
        holdEndsAt !== null && t('proposed.held', { moment: momentOf(holdEndsAt, mail.booking) }),
        t('requested.answer'),
      ),
    ],
  };
}

function kept(mail: BookingMail, sentence: string): Wording {
  const t = textsOf(mail);
  return {
    tone: 'good',
    badge: t('badge.time_unchanged'),
    heading: t('kept.heading', { name: peopleOf(mail).other }),
    sentences: [sentence],
  };
}

const declinedByHost = (mail: BookingMail) =>
  hostTextsOf(mail)('host.kept.declined', { moment: proposed(mail), guest: peopleOf(mail).guest });

const expiredForHost = (mail: BookingMail) =>
  hostTextsOf(mail)('host.kept.expired', { moment: proposed(mail), guest: peopleOf(mail).guest });

const withdrawnToHost = (mail: BookingMail) =>
  hostTextsOf(mail)('host.kept.withdrawn', { moment: proposed(mail), guest: peopleOf(mail).guest });

function declinedToGuest(mail: BookingMail): string {
  const { host, title } = peopleOf(mail);
  return textsOf(mail)('kept.declined', { host, title, moment: proposed(mail) });
}

function expiredForGuest(mail: BookingMail): string {
  const { host, title } = peopleOf(mail);
  return textsOf(mail)('kept.expired', { host, title, moment: proposed(mail) });
}

function withdrawnByGuest(mail: BookingMail): string {
  const { host, title } = peopleOf(mail);
  return textsOf(mail)('kept.withdrawn', { host, title, moment: proposed(mail) });
}

function proposed({ booking }: BookingMail): string {
  if (booking.proposedStartsAt === null) throw new TypeError('a mail about a proposal says the proposed time');
  return momentOf(booking.proposedStartsAt, booking);
}
