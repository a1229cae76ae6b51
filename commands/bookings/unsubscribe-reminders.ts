import { type BookingChange, changeBooking } from './change-booking.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { says } from '#messages/says.ts';
import { recordEvent } from './record-event.ts';

/** The guest wants no reminders of this booking. Asked twice, nothing changes. @throws Refusal as `changeBooking` */
export async function unsubscribeReminders(deps: CommandDeps, input: BookingChange): Promise<void> {
  await changeBooking(deps, input, async (em, booking, now) => {
    if (!booking.remindersUnsubscribedAt) {
      booking.remindersUnsubscribedAt = now;
      recordEvent(em, booking, { at: now, actor: 'guest', kind: 'unsubscribed', sentence: says('said.unsubscribed') });
    }
    return null;
  });
}
