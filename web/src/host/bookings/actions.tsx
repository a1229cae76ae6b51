import { Box, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { type BookingSummary, isOvertaken, useBookingAction } from '../data/bookings.ts';
import { tell, tellProblem } from '../parts/tell.tsx';
import { RescheduleDialog } from './reschedule-dialog.tsx';
import { NoShow } from './no-show.tsx';
import { AskToReschedule } from './ask-to-reschedule.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { t } from '../text.ts';

/** What the host can do while the booking stands. */
export function BookingActions({ booking, zone }: { readonly booking: BookingSummary; readonly zone: string }) {
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
          tell(t('bookings.cancelled', { name: guest.name }));
        },
      },
    );
  const close = () => {
    cancelling.reset();
    setAsking(null);
  };
  return (
    <Box className="booking-actions">
      <Group gap="sm">
        <Decide booking={booking} />
        <Button variant="default" onClick={() => setAsking('reschedule')}>
          {t('bookings.reschedule')}
        </Button>
        <AskToReschedule booking={booking} />
        {/* Beside "Decline" it would be a second way to say no. */}
        {!isAsked(booking) && (
          <Button variant="default" onClick={() => setAsking('cancel')}>
            {t('bookings.cancel')}
          </Button>
        )}
        <NoShow booking={booking} />
      </Group>
      {asking === 'reschedule' && <RescheduleDialog booking={booking} zone={zone} onClose={close} />}
      <ReasonDialog
        opened={asking === 'cancel'}
        title={t('bookings.cancelTitle')}
        explanation={t(conference.provider === null ? 'bookings.cancelHint' : 'bookings.cancelWithMeetingHint', {
          name: guest.name,
        })}
        confirm={t('bookings.cancel')}
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
      tell(t(asksToMove ? 'bookings.rescheduled' : 'bookings.confirmed', { name }));
    } catch (error) {
      if (!isOvertaken(error)) tellProblem(t('bookings.notConfirmed', { name }), error);
    }
  };
  const decline = async (reason: string) => {
    try {
      await action.mutateAsync({ verb: 'decline', reason });
      setDeclining(false);
      tell(t(asksToMove ? 'bookings.newTimeDeclined' : 'bookings.declined', { name }));
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
        aria-label={t('bookings.confirmLabel', { name })}
      >
        {t('common.confirm')}
      </Button>
      <Button
        size="sm"
        variant="default"
        onClick={() => setDeclining(true)}
        aria-label={t('bookings.declineLabel', { name })}
      >
        {t('common.decline')}
      </Button>
      <ReasonDialog
        opened={declining}
        title={t(asksToMove ? 'bookings.declineNewTimeTitle' : 'bookings.declineTitle', { name })}
        explanation={t(asksToMove ? 'bookings.declineNewTimeHint' : 'bookings.cancelHint', { name })}
        confirm={t('common.decline')}
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
