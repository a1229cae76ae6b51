import { Badge } from '@mantine/core';
import type { BookingStatus, BookingSummary } from '../data/bookings.ts';

const WORDS: Record<BookingStatus, { readonly text: string; readonly color: string }> = {
  pending: { text: 'Waits for you', color: 'yellow' },
  confirmed: { text: 'Confirmed', color: 'pine' },
  declined: { text: 'Declined', color: 'gray' },
  expired: { text: 'Expired', color: 'gray' },
  cancelled: { text: 'Cancelled', color: 'gray' },
  completed: { text: 'Past', color: 'gray' },
};

/** A booking's state in a word. */
export function StatusBadge({
  status,
  proposedStartsAt,
}: {
  readonly status: BookingStatus;
  readonly proposedStartsAt?: string | null;
}) {
  const { text, color } = proposedStartsAt ? WORDS.pending : WORDS[status];
  return (
    <Badge color={color} c="inherit">
      {text}
    </Badge>
  );
}

/** What needs the host's eye about a booking's link; nothing when all is well. */
export function LinkBadge({ status, conference }: Pick<BookingSummary, 'status' | 'conference'>) {
  if (status !== 'confirmed') return null;
  if (conference.status === 'unavailable' || conference.status === 'failed')
    return (
      <Badge color="red" c="inherit">
        No link
      </Badge>
    );
  if (conference.status === 'pending')
    return (
      <Badge color="blue" c="inherit">
        {conference.problem === null ? 'Link is being made' : 'Link waits'}
      </Badge>
    );
  return null;
}
