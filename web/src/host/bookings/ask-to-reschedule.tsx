import { Button } from '@mantine/core';
import { useState } from 'react';
import { type HostBooking, isOvertaken, useBookingAction } from '../data/bookings.ts';
import { tell } from '../parts/tell.tsx';
import { useNow } from '../parts/use-now.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** Asks the guest of a booking that stands to pick another time. */
export function AskToReschedule({ booking }: { readonly booking: HostBooking }) {
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
          tell(`We’ll email ${guest.name} a link to pick another time.`);
        },
        onError: (error) => {
          if (isOvertaken(error)) close();
        },
      },
    );
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Ask for another time
      </Button>
      <ReasonDialog
        opened={isOpen}
        title={`Ask ${guest.name} to pick another time?`}
        explanation={`We’ll email ${guest.name} a link to reschedule. The booking keeps its time until then.`}
        confirm="Ask for another time"
        danger={false}
        busy={action.isPending}
        error={action.error}
        onConfirm={ask}
        onClose={close}
      />
    </>
  );
}
