import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type HostBooking, useBookingAction } from '../data/bookings.ts';
import { momentOf } from '../parts/dates.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { zoneLabel } from '../parts/zones.ts';
import { SlotPicker } from './slot-picker.tsx';

interface Props {
  readonly booking: HostBooking;
  readonly zone: string;
  readonly onClose: () => void;
}

/** Moves a booking to another free time. */
export function RescheduleDialog({ booking, zone, onClose }: Props) {
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const action = useBookingAction(booking);
  const move = () => {
    if (startsAt === null) return;
    action.mutate(
      { verb: 'reschedule', startsAt },
      {
        onSuccess: () => {
          tell(`Moved to ${momentOf(startsAt, zone)}. ${booking.guest.name} is told by mail.`);
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>Reschedule</Text>}>
      <Stack>
        <Text size="sm">
          {startsAt === null ? 'Now' : 'Formerly'}:{' '}
          {startsAt === null ? momentOf(booking.startsAt, zone) : <s>{momentOf(booking.startsAt, zone)}</s>}. Times in{' '}
          {zoneLabel(zone)}.
        </Text>
        <SlotPicker booking={booking} zone={zone} value={startsAt} onChange={setStartsAt} />
        {action.isError && <ProblemNotice error={action.error} />}
        <Group justify="flex-end" gap="sm" className="dialog-foot">
          <Button variant="default" onClick={onClose}>
            Keep the time
          </Button>
          <Button onClick={move} disabled={startsAt === null} loading={action.isPending}>
            {startsAt === null ? 'Choose a time' : `Move to ${momentOf(startsAt, zone)}`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
