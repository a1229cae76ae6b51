import { useState } from 'react';
import { isProblem } from '../../shared/api.ts';
import { isZone } from '../../shared/zones.ts';
import { changeQuery, replacePage, useQuery } from '../data/address.ts';
import { BookingSkeleton } from '../parts/skeletons.tsx';
import { NotArrived } from '../parts/not-arrived.tsx';
import { PlainMessage } from '../parts/shell.tsx';
import { BookingDetails } from './details.tsx';
import { CancelBooking } from './cancel.tsx';
import { MoveBooking } from './move.tsx';
import { type Booking, mayChange, useBooking } from './use-booking.ts';

const NOT_CHANGING = { action: null, month: null, date: null, slot: null };
const back = () => changeQuery(NOT_CHANGING, 'push');

/** `/booking/:token`: a guest's booking, right after booking and ever after. Looking changes nothing. */
export function BookingPage({ token }: { readonly token: string }) {
  const { data: booking, problem, reload, retry, set } = useBooking(token);
  const query = useQuery();
  const [isErased, setErased] = useState(false);

  const action = booking !== undefined && mayChange(booking) ? query.get('action') : null;

  if (isErased)
    return (
      <PlainMessage title="Your data is erased">
        <p>The booking no longer has your name, address or answers, and this page's link has ended.</p>
      </PlainMessage>
    );
  if (booking === undefined) {
    if (isProblem(problem, 'not_found'))
      return (
        <PlainMessage title="This booking cannot be shown">
          <p>Its link has ended, or it was not copied whole. Links work until a day after the meeting.</p>
          <a className="button" href="/support">
            Get help
          </a>
        </PlainMessage>
      );
    if (problem !== null) return <NotArrived problem={problem} onRetry={retry} />;
    return <BookingSkeleton />;
  }

  const done = (changed: Booking) => {
    set(changed);
    const news = changed.startsAt === booking.startsAt ? null : 'moved';
    replacePage(location.pathname, Object.keys(NOT_CHANGING), { news });
  };
  const wishedZone = query.get('tz');
  const zone = isZone(wishedZone) ? wishedZone : booking.guest.timeZone;
  if (action === 'reschedule') return <MoveBooking booking={booking} onDone={done} onBack={back} onStale={reload} />;
  if (action === 'cancel')
    return <CancelBooking booking={booking} zone={zone} onDone={done} onBack={back} onStale={reload} />;
  return (
    <BookingDetails booking={booking} zone={zone} onChanged={set} onErased={() => setErased(true)} onStale={reload} />
  );
}
