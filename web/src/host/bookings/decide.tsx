import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { type BookingSummary, isOvertaken, useBookingAction } from '../data/bookings.ts';
import { tell, tellProblem } from '../parts/tell.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

type Asked = Pick<BookingSummary, 'id' | 'revision' | 'guest' | 'status' | 'proposedStartsAt'>;

/** Yes or no to a booking that waits for the host, or to the new time that its guest asks for; nothing where neither is. */
export function Decide({ booking }: { readonly booking: Asked }) {
  if (booking.status !== 'pending' && booking.proposedStartsAt === null) return null;
  return <Answer booking={booking} asksToMove={booking.proposedStartsAt !== null} />;
}

function Answer({ booking, asksToMove }: { readonly booking: Asked; readonly asksToMove: boolean }) {
  const action = useBookingAction(booking);
  const [declining, setDeclining] = useState(false);
  const { name } = booking.guest;
  // Not by `mutate`: its callbacks end with these buttons, which go as soon as the decision is known.
  const confirm = async () => {
    try {
      await action.mutateAsync({ verb: 'confirm' });
      tell(`${asksToMove ? 'Moved' : 'Confirmed'}. ${name} is told by mail.`);
    } catch (error) {
      if (!isOvertaken(error)) tellProblem(`The booking of ${name} was not confirmed`, error);
    }
  };
  const decline = async (reason: string) => {
    try {
      await action.mutateAsync({ verb: 'decline', reason });
      setDeclining(false);
      tell(`Declined. ${asksToMove ? 'The booking keeps its time, and ' : ''}${name} is told by mail.`);
    } catch {
      // The dialog says it.
    }
  };
  return (
    <Group gap="xs">
      <Button
        size="sm"
        onClick={() => void confirm()}
        loading={action.isPending && !declining}
        aria-label={`Confirm ${name}`}
      >
        Confirm
      </Button>
      <Button size="sm" variant="default" onClick={() => setDeclining(true)} aria-label={`Decline ${name}`}>
        Decline
      </Button>
      <ReasonDialog
        opened={declining}
        title={asksToMove ? `Decline the new time for ${name}?` : `Decline the booking of ${name}?`}
        explanation={
          asksToMove
            ? `The booking keeps its time, and ${name} is told by mail.`
            : `The time becomes free again, and ${name} is told by mail.`
        }
        confirm="Decline"
        busy={action.isPending}
        error={declining ? action.error : null}
        onConfirm={(reason) => void decline(reason)}
        onClose={() => {
          action.reset();
          setDeclining(false);
        }}
      />
    </Group>
  );
}
