import { Suspense, useState } from 'react';
import type { BookingView } from '#api/pages/schema.ts';
import { blanksAsPlus } from '../../shared/raw-plus.ts';
import { isZone, knownZone } from '../../shared/zones.ts';
import { useNow } from '../keep-fresh.ts';
import { type Part, usePage } from '../page-context.tsx';
import { Message } from '../shell.tsx';
import { takeStep, useAddress, useQuery } from '../url-state.tsx';
import { CancelBooking } from './cancel.tsx';
import { BookingDetails } from './details.tsx';
import type { RescheduleProps } from './reschedule.tsx';
import { type Booking, mayChange, TO_BOOKING, useBooking } from './use-booking.ts';

interface Props {
  readonly view: BookingView;
  readonly RescheduleBooking: Part<RescheduleProps>;
}

/** `/booking/:token`: a guest's booking, right after booking and ever after. Looking changes nothing. */
export function BookingPage({ view, RescheduleBooking }: Props) {
  const { booking, gone, reload, set } = useBooking(view.booking);
  const query = useQuery();
  // A refusal is shown where it happened, and is forgotten with the next step.
  const refused = usePage().address === useAddress() ? view.refused : null;
  const now = useNow();
  const [isErased, setErased] = useState(false);
  const action = mayChange(booking, now) ? query.get('action') : null;

  if (isErased)
    return (
      <Message title="Your data is erased">
        <p>
          The booking no longer has your name, email address, phone number or answers, and its link no longer works.
        </p>
      </Message>
    );
  if (gone !== null)
    return (
      <Message title="This booking can’t be shown">
        <p>This link has expired or is incomplete. Links work until a day after the meeting.</p>
        <a className="button" href="/support">
          Get help
        </a>
      </Message>
    );

  const onChanged = (changed: Booking) => {
    set(changed);
    takeStep({ ...TO_BOOKING, news: changed.startsAt === booking.startsAt ? null : 'moved' }, 'replace');
  };
  const askedZone = blanksAsPlus(query.get('tz') ?? '');
  const zone = isZone(askedZone) ? askedZone : knownZone(booking.guest.timeZone);
  const shared = { booking, refused, onStale: reload };
  if (action === 'reschedule')
    return (
      <Suspense fallback={null}>
        <RescheduleBooking {...shared} times={view.times} onChanged={onChanged} />
      </Suspense>
    );
  if (action === 'cancel') return <CancelBooking {...shared} zone={zone} onChanged={onChanged} />;
  return (
    <BookingDetails
      {...shared}
      zone={zone}
      onChanged={set}
      onErased={() => setErased(true)}
      onNearReschedule={RescheduleBooking.preload}
    />
  );
}
