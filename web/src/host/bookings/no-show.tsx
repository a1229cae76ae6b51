import { Button } from '@mantine/core';
import { type BookingSummary, isOvertaken, useBookingAction } from '../data/bookings.ts';
import { tell, tellProblem } from '../parts/tell.tsx';
import { useNow } from '../parts/use-now.ts';
import { t } from '../text.ts';

/** Notes that the guest did not come, or takes it back; only of a meeting that has begun. */
export function NoShow({ booking }: { readonly booking: BookingSummary }) {
  const action = useBookingAction(booking);
  const now = useNow();
  const { status, startsAt, noShow, guest } = booking;
  const isHeldOrOver = status === 'confirmed' || status === 'completed';
  if (!isHeldOrOver || Date.parse(startsAt) > now) return null;
  const mark = () =>
    action.mutate(
      { verb: 'no-show', noShow: !noShow },
      {
        onSuccess: () => tell(noShow ? t('bookings.noShowRemoved') : t('bookings.isNoShow', { name: guest.name })),
        onError: (error) => {
          if (!isOvertaken(error)) tellProblem(t('bookings.noShowNotSaved'), error);
        },
      },
    );
  return (
    <Button variant="default" onClick={mark} loading={action.isPending}>
      {noShow ? t('bookings.undoNoShow') : t('bookings.markNoShow')}
    </Button>
  );
}
