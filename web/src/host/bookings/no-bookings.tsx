import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BookingsView } from '../data/bookings.ts';
import { meQuery } from '../data/me.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { eventTypesQuery } from '../data/event-types.ts';
import { Empty } from '../parts/empty.tsx';

/** An empty list, and what to do about it. */
export function NoBookings({ view, q }: { readonly view: BookingsView; readonly q: string }) {
  if (q !== '')
    return (
      <Empty icon="search" title={`Nothing found for “${q}”`}>
        Search looks at guests’ names and addresses and at titles, in this list only.
      </Empty>
    );
  switch (view) {
    case 'upcoming':
      return <NoUpcoming />;
    case 'pending':
      return (
        <Empty
          icon="check"
          title="Nothing waits for you"
          action={
            <Button component={Link} to="/scheduler/event-types" variant="default">
              Your event types
            </Button>
          }
        >
          Bookings of event types that ask for your confirmation wait here until you decide.
        </Empty>
      );
    case 'past':
      return (
        <Empty icon="clock" title="No past bookings yet">
          Meetings move here when they are over.
        </Empty>
      );
    case 'cancelled':
      return (
        <Empty icon="close" title="Nothing was cancelled">
          Cancelled, declined and expired bookings are kept here, with the reason.
        </Empty>
      );
  }
}

/** A page without anything to book is not worth sharing: first there must be an event type. */
function NoUpcoming() {
  const me = useQuery(meQuery).data;
  const eventTypes = useQuery(eventTypesQuery).data;
  const isBookable = eventTypes?.some(({ published, archived }) => published && !archived) ?? true;
  if (!isBookable)
    return (
      <Empty
        icon="calendar"
        title="No upcoming bookings"
        action={
          <Button component={Link} to="/scheduler/event-types">
            Your event types
          </Button>
        }
      >
        Publish an event type, share its link, and what guests book appears here by itself.
      </Empty>
    );
  return (
    <Empty
      icon="calendar"
      title="No upcoming bookings"
      action={
        me && <CopyLink address={`${window.location.origin}/${me.handle}`} of="your booking page" variant="filled" />
      }
    >
      Share your booking page, and what guests book appears here by itself.
    </Empty>
  );
}
