import type { Em } from '#db/host-transaction.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

/** Why nothing can be booked by a link. */
export const linkEnded = () => new Refusal('link_expired', says('said.booking_link_used'));

/**
 * Notes that a booking was made by a link, in the transaction that makes it: of two guests with one single-use link, one
 * books. @throws Refusal `link_expired`
 */
export async function useBookingLink(em: Em, linkId: string, bookingId: string, now: Date): Promise<void> {
  const used = await em.execute<unknown[]>(
    `update booking_links set used_at = case when single_use then ?::timestamptz end,
        booking_id = case when single_use then ?::uuid end
      where id = ? and used_at is null and (expires_at is null or expires_at > ?) returning 1`,
    [now, bookingId, linkId, now],
  );
  if (used.length === 0) throw linkEnded();
}
