import { Suspense, useEffect, useState } from 'react';
import type { BookingView } from '#api/pages/schema.ts';
import { blanksAsPlus } from '../../shared/raw-plus.ts';
import { isZone, knownZone } from '../../shared/zones.ts';
import { tellParent } from '../embedded.ts';
import { useNow } from '../keep-fresh.ts';
import { type Part, usePage } from '../page-context.tsx';
import { Message } from '../shell.tsx';
import { t } from '../t.ts';
import { takeStep, useAddress, useQuery } from '../url-state.tsx';
import type { CancelProps } from './cancel.tsx';
import { BookingDetails } from './details.tsx';
import type { RescheduleProps } from './reschedule.tsx';
import { type Booking, mayChange, TO_BOOKING, useBooking } from './use-booking.ts';

interface Props {
  readonly view: BookingView;
  readonly RescheduleBooking: Part<RescheduleProps>;
  readonly CancelBooking: Part<CancelProps>;
}

/** `/booking/:token`: a guest's booking, right after booking and ever after. Looking changes nothing. */
export function BookingPage({ view, RescheduleBooking, CancelBooking }: Props) {
  const { booking, gone, reload, set } = useBooking(view.booking);
  const query = useQuery();
  // A refusal is shown where it happened, and is forgotten with the next step.
  const refused = usePage().address === useAddress() ? view.refused : null;
  const now = useNow();
  const [isErased, setErased] = useState(false);
  useNewlyBooked(view.booking, query.get('news') === 'booked');
  const action = mayChange(booking, now) ? query.get('action') : null;

  if (isErased)
    return (
      <Message title={t('data.erased')}>
        <p>{t('data.erasedText')}</p>
      </Message>
    );
  if (gone !== null)
    return (
      <Message title={t('booking.gone')}>
        <p>{t('booking.goneText')}</p>
        <a className="button" href="/support">
          {t('failed.help')}
        </a>
      </Message>
    );

  const onChanged = (changed: Booking) => {
    set(changed);
    const event = changed.status === 'cancelled' ? 'cancelled' : 'rescheduled';
    tellParent({ event, startsAt: changed.startsAt, endsAt: changed.endsAt });
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
  if (action === 'cancel')
    return (
      <Suspense fallback={null}>
        <CancelBooking {...shared} zone={zone} onChanged={onChanged} />
      </Suspense>
    );
  return (
    <BookingDetails
      {...shared}
      zone={zone}
      onward={view.onward}
      onChanged={set}
      onErased={() => setErased(true)}
      onNearChange={() => {
        RescheduleBooking.preload?.();
        CancelBooking.preload?.();
      }}
    />
  );
}

/** Tells the site around the page of a booking that was just made. */
function useNewlyBooked({ startsAt, endsAt }: Booking, isNew: boolean): void {
  useEffect(() => {
    if (isNew) tellParent({ event: 'booked', startsAt, endsAt });
    // Once: later changes of the booking are told as what they are.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, []);
}
