import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import { isHeld } from '#domain/booking.ts';
import { actorOf, changeBooking, type HostChange } from './change-booking.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { change } from './record-event.ts';

type Correction = HostChange & { readonly name: string; readonly email: string };

/**
 * The host corrects the guest's name or address; both readers get the confirmation (or the guest the request) again. Links
 * sent to a wrong address end, and mails under way to it are stopped.
 * `mayMail` refuses by throwing, in the same transaction, where the new address gets too much mail.
 * @throws Refusal as `changeBooking`, `invalid_transition`
 */
export async function correctGuest(
  deps: CommandDeps,
  input: Correction,
  mayMail: (em: Em) => Promise<void>,
): Promise<void> {
  await changeBooking(deps, input, async (em, booking, now) => {
    const { name, email } = input;
    if (!isHeld(booking.status) || booking.eraseAskedAt)
      throw new Refusal('invalid_transition', says('said.not_correctable'));
    const [isRenamed, isReaddressed] = [booking.guestName !== name, booking.guestEmail !== email];
    if (!isRenamed && !isReaddressed) return null;
    booking.guestName = name;
    if (isReaddressed) {
      await mayMail(em);
      await readdress(em, booking, email);
    }
    const what = isRenamed && isReaddressed ? 'both' : isRenamed ? 'name' : 'email';
    const sentence = says('said.guest_corrected', { what });
    change(em, booking, { at: now, actor: actorOf(input), kind: 'guest_corrected', sentence });
    const kind = booking.status === 'pending' ? 'pending' : 'confirmed';
    await enqueueMail(em, booking, {
      kind,
      cause: `revision-${booking.revision}`,
      to: kind === 'pending' ? ['guest'] : ['guest', 'host'],
      now,
      dueAt: booking.linkWaitUntil ?? now,
    });
    return 'resend';
  });
}

/** Kinds that the new confirmation tells as well. */
const TOLD_AGAIN = ['confirmed', 'pending', 'rescheduled', 'link_ready'];

/** What no mail server may have yet goes to the new address, unless the confirmation says the same; the rest is stopped. */
async function readdress(em: Em, booking: Booking, email: string): Promise<void> {
  booking.guestEmail = email;
  booking.linkVersion += 1;
  // It was another reader who wanted none.
  booking.remindersUnsubscribedAt = null;
  await em.execute(
    `update email_deliveries set state = 'superseded', content = null, claim_token = null, claimed_until = null
      where booking_id = ? and recipient = 'guest' and state in ('queued', 'claimed')
        and (handed_over_at is not null or kind = any (string_to_array(?, ' ')))`,
    [booking.id, TOLD_AGAIN.join(' ')],
  );
}
