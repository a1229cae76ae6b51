import type { GuestBooking, PublicEventType } from '#api/guest/schema.ts';
import { isProblem } from '../../shared/api.ts';
import { replacePage } from '../data/address.ts';
import { giveAnswer } from '../data/given.ts';
import { useResource } from '../data/use-resource.ts';
import { PICKING } from '../calendar/use-picking.ts';
import { bookingPath } from '../booking/booking-path.ts';
import { NotArrived } from '../parts/not-arrived.tsx';
import { EventSkeleton } from '../parts/skeletons.tsx';
import { PlainMessage } from '../parts/shell.tsx';
import { BookingFlow } from './booking-flow.tsx';

interface Props {
  readonly handle: string;
  readonly slug: string;
}

/** `/:handle/:slug`: one event type, from the month to the booking. */
export function EventPage({ handle, slug }: Props) {
  const path = `/api/v1/public/${encodeURIComponent(handle)}/${encodeURIComponent(slug)}`;
  const { data: eventType, problem, retry } = useResource<PublicEventType>(path);

  if (eventType !== undefined)
    return (
      <BookingFlow
        path={path}
        eventType={eventType}
        onBooked={(booking) => openBooking(booking, eventType.questions)}
      />
    );
  if (isProblem(problem, 'not_found'))
    return (
      <PlainMessage title="This page does not exist">
        <p>There is nothing to book at this address. It may have been renamed or taken offline.</p>
        <a className="button" href={`/${encodeURIComponent(handle)}`}>
          See what else can be booked
        </a>
      </PlainMessage>
    );
  if (problem !== null) return <NotArrived problem={problem} onRetry={retry} />;
  return <EventSkeleton />;
}

/** The booking's own page takes this one's place: it can be kept, reloaded and shared, and Back does not book again. */
function openBooking(booking: GuestBooking, questions: PublicEventType['questions']): void {
  giveAnswer(bookingPath(booking.token), booking);
  // What began the form is in the booking now, and nobody's business in an address.
  const asked = ['name', 'email', ...questions.map(({ id }) => id), ...PICKING].filter((name) => name !== 'tz');
  replacePage(`/booking/${booking.token}`, asked, { news: 'booked' });
}
