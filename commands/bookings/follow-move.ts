import { TIMELESS } from '#domain/outbox.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { Conference } from '#db/entities/conference.ts';
import type { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import { isSlotTaken } from './accept-time.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import { says } from '#messages/says.ts';
import { moveBooking, timesAt } from './move-booking.ts';
import { enqueueMail, EVERYONE } from './enqueue-mail.ts';
import { changeWithin, recordEvent } from './record-event.ts';

/** A booking and its meeting, both locked. */
export interface Case {
  readonly booking: Booking;
  readonly row: Conference;
  readonly host: User;
  readonly now: Date;
}

/**
 * The host moved the meeting at the provider: the booking follows, unless the host only wants to be told, the new time
 * overlaps another booking, or it makes no sense. What was only told is remembered, so that it is told once.
 */
export async function followMove(em: Em, deps: CommandDeps, { booking, row, host, now }: Case, truth: LiveMeeting) {
  if (truth.timeless) return keepTimeless(em, deps, { booking, row, now }, truth);
  const name = deps.providers.require(row.provider).manifest.name;
  const startsAt = new Date(truth.startsAt);
  const endsAt = new Date(truth.endsAt);
  const overlaps = await isSlotTaken(em, booking.host, timesAt(booking, startsAt, endsAt), now, booking.id);
  const sensible = truth.endsAt > truth.startsAt && truth.startsAt > now.getTime();
  if (host.onProviderMove === 'tell' || overlaps || !sensible) {
    row.toleratedStartsAt = startsAt;
    row.toleratedEndsAt = endsAt;
    recordEvent(em, booking, {
      at: now,
      actor: 'provider',
      kind: 'moved_at_provider',
      sentence: overlaps ? says('said.moved_there_overlaps', { name }) : says('said.moved_there', { name }),
    });
    await enqueueMail(em, booking, {
      kind: 'changed_at_provider',
      // Of its own each time: moved there, away and there again, the host's last mail tells where it is.
      cause: `moved-${now.getTime()}`,
      to: ['host'],
      now,
    });
    return;
  }
  moveBooking(booking, startsAt, now, endsAt);
  row.syncedStartsAt = startsAt;
  row.syncedEndsAt = endsAt;
  changeWithin(em, booking, {
    at: now,
    actor: 'provider',
    kind: 'rescheduled',
    sentence: says('said.moved_there_followed', { name }),
  });
  await enqueueMail(em, booking, {
    kind: 'rescheduled',
    cause: `revision-${booking.revision}`,
    to: EVERYONE,
    now,
  });
  await queueBookingEvent(em, booking, 'booking.rescheduled', now);
}

/**
 * A meeting that has no time of day at the provider, all day long or recurring without a fixed time, is left as it is and
 * the booking keeps its time. The host is told once.
 */
export async function keepTimeless(
  em: Em,
  deps: CommandDeps,
  { booking, row, now }: Omit<Case, 'host'>,
  truth: LiveMeeting,
): Promise<void> {
  row.toleratedStartsAt = new Date(truth.startsAt);
  row.toleratedEndsAt = new Date(truth.endsAt);
  const name = deps.providers.require(row.provider).manifest.name;
  const sentence = says('said.moved_there_timeless', { name });
  recordEvent(em, booking, { at: now, actor: 'provider', kind: 'moved_at_provider', sentence });
  await enqueueMail(em, booking, { kind: 'changed_at_provider', cause: `${TIMELESS}${row.id}`, to: ['host'], now });
}
