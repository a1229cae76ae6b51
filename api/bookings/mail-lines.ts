import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { BookingMailKind } from '#mail/message.ts';
import { iso } from '../shared/days.ts';
import { said } from '../shared/says.ts';
import type { HostBooking } from './schema.ts';

/** What a guest was mailed, as the timeline calls it; null for mails that only hosts get. */
const SUBJECTS: Record<BookingMailKind, string | null> = {
  confirmed: 'Confirmation',
  pending: 'Request received',
  declined: 'Decline',
  expired: 'Expired request',
  rescheduled: 'New time',
  cancelled: 'Cancellation',
  reminder: 'Reminder',
  link_ready: 'Meeting link',
  link_missing: null,
  changed_at_provider: null,
  proposed: 'Request for a new time',
  proposal_declined: 'Declined new time',
  proposal_expired: 'Expired new time',
  proposal_withdrawn: 'Withdrawn new time',
  reschedule_asked: 'Request to pick another time',
  follow_up: 'Follow-up',
};

/** The mails that the guest's mail server has taken, as lines of the booking's timeline. */
export function mailLines(mails: readonly EmailDelivery[]): HostBooking['timeline'] {
  return mails.flatMap(({ kind, recipient, sentAt }) => {
    const subject = SUBJECTS[kind as BookingMailKind];
    if (recipient !== 'guest' || !sentAt || !subject) return [];
    return [
      { at: iso(sentAt), actor: 'system' as const, kind: 'mail_sent', ...said(`${subject} emailed to the guest.`) },
    ];
  });
}
