import { Button } from '@mantine/core';
import { useState } from 'react';
import { type BookingSummary, isOvertaken, useBookingAction } from '../data/bookings.ts';
import { tell } from '../parts/tell.tsx';
import { useNow } from '../parts/use-now.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { t } from '../text.ts';

/** Asks the guest of a booking that stands to pick another time. */
export function AskToReschedule({ booking }: { readonly booking: BookingSummary }) {
  const [isOpen, setOpen] = useState(false);
  const action = useBookingAction(booking);
  const now = useNow();
  const { status, startsAt, proposedStartsAt, guest } = booking;
  if (status !== 'confirmed' || proposedStartsAt !== null || Date.parse(startsAt) <= now) return null;
  const close = () => {
    action.reset();
    setOpen(false);
  };
  const ask = (reason: string) =>
    action.mutate(
      { verb: 'ask-to-reschedule', reason },
      {
        onSuccess: () => {
          setOpen(false);
          tell(t('bookings.asked', { name: guest.name }));
        },
        onError: (error) => {
          if (isOvertaken(error)) close();
        },
      },
    );
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('bookings.ask')}
      </Button>
      <ReasonDialog
        opened={isOpen}
        title={t('bookings.askTitle', { name: guest.name })}
        explanation={t('bookings.askHint', { name: guest.name })}
        confirm={t('bookings.ask')}
        danger={false}
        busy={action.isPending}
        error={action.error}
        onConfirm={ask}
        onClose={close}
      />
    </>
  );
}
