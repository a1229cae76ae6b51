import { randomUUIDv7 } from 'node:crypto';
import { BookingLink } from '#db/entities/booking-link.ts';
import { EventType } from '#db/entities/event-type.ts';
import { type Em, hostTransaction } from '#db/host-transaction.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { invalidField, Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

/** Of one event type. */
const MOST_LINKS = 200;

interface OfEventType {
  readonly hostId: string;
  readonly eventTypeId: string;
}

interface NewLink extends OfEventType {
  readonly name: string;
  readonly singleUse: boolean;
  /** Null for a link that does not expire. */
  readonly expiresAt: Date | null;
}

/**
 * Makes a link by which an event type is booked.
 * @throws Refusal `not_found`, `validation_failed` for an end that is over, `invalid_transition` where there are too many
 */
export function createBookingLink(
  deps: CommandDeps,
  { hostId, eventTypeId, ...wanted }: NewLink,
): Promise<BookingLink> {
  const now = deps.now();
  if (wanted.expiresAt !== null && wanted.expiresAt <= now)
    throw invalidField('/expiresAt', says('said.not_in_future'));
  return hostTransaction(deps.orm, hostId, async (em) => {
    await checkOwner(em, { hostId, eventTypeId });
    if ((await em.count(BookingLink, { eventType: eventTypeId })) >= MOST_LINKS)
      throw new Refusal('invalid_transition', says('said.most_links', { most: MOST_LINKS }));
    return em.create(BookingLink, { ...wanted, id: randomUUIDv7(), eventType: eventTypeId, createdAt: now });
  });
}

/** Ends a link at once; what was booked by it stays. @throws Refusal `not_found` */
export async function deleteBookingLink(
  deps: CommandDeps,
  { hostId, eventTypeId, linkId }: OfEventType & { readonly linkId: string },
): Promise<void> {
  await hostTransaction(deps.orm, hostId, async (em) => {
    await checkOwner(em, { hostId, eventTypeId });
    const gone = await em.nativeDelete(BookingLink, { id: linkId, eventType: eventTypeId });
    if (gone === 0) throw new Refusal('not_found', says('said.link_not_found'));
  });
}

async function checkOwner(em: Em, { hostId, eventTypeId }: OfEventType): Promise<void> {
  if ((await em.count(EventType, { id: eventTypeId, host: hostId })) > 0) return;
  throw new Refusal('not_found', says('said.event_type_not_found'));
}
