import { Box, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { type HostBooking, useBookingAction } from '../data/bookings.ts';
import { tell } from '../parts/tell.tsx';
import { Decide } from './decide.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RescheduleDialog } from './reschedule-dialog.tsx';

/** What the host can do while the booking stands. */
export function BookingActions({ booking, zone }: { readonly booking: HostBooking; readonly zone: string }) {
  const [asking, setAsking] = useState<'cancel' | 'reschedule' | null>(null);
  const cancelling = useBookingAction(booking);
  const { status, guest, conference } = booking;
  if (status !== 'confirmed' && status !== 'pending') return null;
  const cancel = (reason: string) =>
    cancelling.mutate(
      { verb: 'cancel', reason },
      {
        onSuccess: () => {
          setAsking(null);
          tell(`Cancelled. ${guest.name} is told by mail.`);
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
        <Button variant="default" onClick={() => setAsking('cancel')}>
          Cancel booking
        </Button>
      </Group>
      {asking === 'reschedule' && <RescheduleDialog booking={booking} zone={zone} onClose={close} />}
      <ReasonDialog
        opened={asking === 'cancel'}
        title="Cancel this booking?"
        explanation={`${conference.provider === null ? '' : 'Its meeting is deleted at the meeting platform. '}The time becomes free again, and ${guest.name} is told by mail.`}
        confirm="Cancel booking"
        busy={cancelling.isPending}
        error={cancelling.error}
        onConfirm={cancel}
        onClose={close}
      />
    </Box>
  );
}
