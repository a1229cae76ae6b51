import { type BookingChange, changeBooking } from './change-booking.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { enqueueMail, EVERYONE, releaseConfirmations } from './enqueue-mail.ts';
import { change } from './record-event.ts';
import { invalidField, Refusal } from '#commands/shared/refusal.ts';
import { queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import { says } from '#messages/says.ts';

/**
 * The host shares a link by hand. It is mailed, wins over everything and is never overwritten.
 * @throws Refusal as `changeBooking`, `validation_failed`, `invalid_transition`
 */
export async function setBookingLink(
  deps: CommandDeps,
  input: BookingChange & { hostId: string; url: string },
): Promise<void> {
  const url = httpsOnly(input.url);
  await changeBooking(deps, input, async (em, booking, now) => {
    if (booking.status !== 'confirmed' && booking.status !== 'pending')
      throw new Refusal('invalid_transition', says('said.no_link_anymore', { status: booking.status }));
    if (booking.manualLink === url) return null;
    booking.manualLink = url;
    booking.linkWanted = false;
    booking.linkWaitUntil = null;
    change(em, booking, { at: now, actor: 'host', kind: 'link_set', sentence: says('said.link_set') });
    await releaseConfirmations(em, booking.id, now);
    if (booking.status === 'confirmed') {
      const cause = `link-${booking.revision}`;
      await enqueueMail(em, booking, { kind: 'link_ready', cause, to: EVERYONE, now });
      await queueBookingEvent(em, booking, 'conference.ready', now);
    }
    return 'linkSet';
  });
}

function httpsOnly(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol === 'https:' && url.username === '' && text.length <= 2_000) return url.href;
  throw invalidField('/url', says('said.bad_secure_link'));
}
