import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type HostBooking, useBookingAction } from '../data/bookings.ts';
import { isoDateOf, momentOf } from '../parts/dates.ts';
import { ReasonInput } from './reason-input.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { zoneLabel } from '../parts/zone-select.tsx';
import { SlotPicker } from './slot-picker.tsx';

interface RescheduleDialogProps {
  readonly booking: HostBooking;
  readonly zone: string;
  readonly onClose: () => void;
}

/** Reschedules a booking to another slot. */
export function RescheduleDialog({ booking, zone, onClose }: RescheduleDialogProps) {
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const action = useBookingAction(booking);
  const move = () => {
    if (startsAt === null) return;
    action.mutate(
      { verb: 'reschedule', startsAt, reason },
      {
        onSuccess: () => {
          tell(`Booking rescheduled to ${momentOf(startsAt, zone)}. We’ll email ${booking.guest.name}.`);
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>Reschedule</Text>}>
      <Stack>
        <Text size="sm">
          <span>{startsAt === null ? 'Now: ' : 'Was: '}</span>
          {startsAt === null ? (
            <span translate="no">{momentOf(booking.startsAt, zone)}</span>
          ) : (
            <s translate="no">{momentOf(booking.startsAt, zone)}</s>
          )}
          <span>. Times in </span>
          <span translate="no">{zoneLabel(zone)}</span>.
        </Text>
        <SlotPicker
          eventTypeId={booking.eventType.id}
          moving={booking}
          first={isoDateOf(booking.startsAt, zone)}
          zone={zone}
          value={startsAt}
          onChange={setStartsAt}
        />
        <ReasonInput value={reason} onChange={setReason} />
        {action.isError && <ProblemNotice error={action.error} />}
        <Group justify="flex-end" gap="sm" className="dialog-foot">
          <Button variant="default" onClick={onClose}>
            Keep current time
          </Button>
          <Button onClick={move} disabled={startsAt === null} loading={action.isPending}>
            {startsAt === null ? (
              <span>Choose a time</span>
            ) : (
              <span>
                Reschedule to <span translate="no">{momentOf(startsAt, zone)}</span>
              </span>
            )}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
