import { Box, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { type BookingSummary, type HostBooking, isOvertaken, useBookingAction } from '../data/bookings.ts';
import { tell, tellProblem } from '../parts/tell.tsx';
import { RescheduleDialog } from './reschedule-dialog.tsx';
import { NoShow } from './no-show.tsx';
import { AskToReschedule } from './ask-to-reschedule.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** What the host can do while the booking stands. */
export function BookingActions({ booking, zone }: { readonly booking: HostBooking; readonly zone: string }) {
  const [asking, setAsking] = useState<'cancel' | 'reschedule' | null>(null);
  const cancelling = useBookingAction(booking);
  const { status, guest, conference } = booking;
  if (status !== 'confirmed' && status !== 'pending') return <NoShow booking={booking} />;
  const cancel = (reason: string) =>
    cancelling.mutate(
      { verb: 'cancel', reason },
      {
        onSuccess: () => {
          setAsking(null);
          tell(`Booking cancelled. We’ll email ${guest.name}.`);
        },
      },
    );
  const close = () => {
    cancelling.reset();
    setAsking(null);
  };
  return (
    <Box pt="md" style={{ borderTop: '1px solid var(--host-line)' }}>
      <Group gap="sm">
        <Decide booking={booking} />
        <Button variant="default" onClick={() => setAsking('reschedule')}>
          Reschedule
        </Button>
        <AskToReschedule booking={booking} />
        {/* Beside "Decline" it would be a second way to say no. */}
        {!isAsked(booking) && (
          <Button variant="default" onClick={() => setAsking('cancel')}>
            Cancel booking
          </Button>
        )}
        <NoShow booking={booking} />
      </Group>
      {asking === 'reschedule' && <RescheduleDialog booking={booking} zone={zone} onClose={close} />}
      <ReasonDialog
        opened={asking === 'cancel'}
        title="Cancel this booking?"
        explanation={`${conference.provider === null ? '' : 'The meeting is deleted too. '}The slot opens up again, and we’ll email ${guest.name}.`}
        confirm="Cancel booking"
        busy={cancelling.isPending}
        error={cancelling.error}
        onConfirm={cancel}
        onClose={close}
      />
    </Box>
  );
}

type Asked = Pick<BookingSummary, 'id' | 'revision' | 'guest' | 'status' | 'proposedStartsAt'>;

/** Whether the host is asked: for the booking, or for the new time that its guest asks for. */
const isAsked = ({ status, proposedStartsAt }: Pick<Asked, 'status' | 'proposedStartsAt'>) =>
  status === 'pending' || proposedStartsAt !== null;

/** Yes or no to a booking that waits for the host, or to the new time that its guest asks for; nothing where neither is. */
export function Decide({ booking }: { readonly booking: Asked }) {
  if (!isAsked(booking)) return null;
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
      tell(`${asksToMove ? 'Booking rescheduled' : 'Booking confirmed'}. We’ll email ${name}.`);
    } catch (error) {
      if (!isOvertaken(error)) tellProblem(`${name}’s booking wasn’t confirmed`, error);
    }
  };
  const decline = async (reason: string) => {
    try {
      await action.mutateAsync({ verb: 'decline', reason });
      setDeclining(false);
      tell(
        `${asksToMove ? 'New time declined. The booking keeps its time' : 'Request declined'}. We’ll email ${name}.`,
      );
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
        title={asksToMove ? `Decline ${name}’s new time?` : `Decline ${name}’s request?`}
        explanation={
          asksToMove
            ? `The booking keeps its time, and we’ll email ${name}.`
            : `The slot opens up again, and we’ll email ${name}.`
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
