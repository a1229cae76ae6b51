import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import { says } from '#messages/says.ts';
import { iso } from '../shared/days.ts';
import type { HostBooking } from './schema.ts';

/** The mails that the guest's mail server has taken, as lines of the booking's timeline. */
export function mailLines(mails: readonly EmailDelivery[]): HostBooking['timeline'] {
  return mails.flatMap(({ kind, recipient, sentAt }) => {
    if (recipient !== 'guest' || !sentAt) return [];
    return [{ at: iso(sentAt), actor: 'system' as const, kind: 'mail_sent', ...says('said.mail_sent', { kind }) }];
  });
}
