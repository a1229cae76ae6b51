import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { type BookingSummary, isOvertaken, useBookingAction } from '../data/bookings.ts';
import { tell, tellProblem } from '../parts/tell.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** Yes or no to a booking that waits for the host. */
export function Decide({ booking }: { readonly booking: Pick<BookingSummary, 'id' | 'revision' | 'guest'> }) {
  const action = useBookingAction(booking);
  const [declining, setDeclining] = useState(false);
  const { name } = booking.guest;
  const confirm = () =>
    action.mutate(
      { verb: 'confirm' },
      {
        onSuccess: () => tell(`Confirmed. ${name} is told by mail.`),
        onError: (error) => {
          if (!isOvertaken(error)) tellProblem(`The booking of ${name} was not confirmed`, error);
        },
      },
    );
  const decline = (reason: string) =>
    action.mutate(
      { verb: 'decline', reason },
      {
        onSuccess: () => {
          setDeclining(false);
          tell(`Declined. ${name} is told by mail.`);
        },
      },
    );
  return (
    <Group gap="xs">
      <Button size="sm" onClick={confirm} loading={action.isPending && !declining} aria-label={`Confirm ${name}`}>
        Confirm
      </Button>
      <Button size="sm" variant="default" onClick={() => setDeclining(true)} aria-label={`Decline ${name}`}>
        Decline
      </Button>
      <ReasonDialog
        opened={declining}
        title={`Decline the booking of ${name}?`}
        explanation={`The time becomes free again, and ${name} is told by mail.`}
        confirm="Decline"
        busy={action.isPending}
        error={declining ? action.error : null}
        onConfirm={decline}
        onClose={() => {
          action.reset();
          setDeclining(false);
        }}
      />
    </Group>
  );
}
