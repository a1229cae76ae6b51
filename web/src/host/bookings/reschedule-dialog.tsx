import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type BookingSummary, useBookingAction } from '../data/bookings.ts';
import { isoDateOf, momentOf } from '../parts/dates.ts';
import { ReasonInput } from './reason-input.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { zoneLabel } from '../parts/zone-select.tsx';
import { SlotPicker } from './slot-picker.tsx';
import { rich, t } from '../text.ts';

interface RescheduleDialogProps {
  readonly booking: BookingSummary;
  readonly zone: string;
  readonly onClose: () => void;
}

/** Reschedules a booking to another slot. */
export function RescheduleDialog({ booking, zone, onClose }: RescheduleDialogProps) {
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const action = useBookingAction(booking);
  const former = { time: momentOf(booking.startsAt, zone), zone: zoneLabel(zone) };
  const move = () => {
    if (startsAt === null) return;
    action.mutate(
      { verb: 'reschedule', startsAt, reason },
      {
        onSuccess: () => {
          tell(t('bookings.rescheduledTo', { time: momentOf(startsAt, zone), name: booking.guest.name }));
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{t('bookings.reschedule')}</Text>}>
      <Stack>
        <Text size="sm" key={startsAt === null ? 'now' : 'before'}>
          {startsAt === null
            ? rich('bookings.now', former)
            : rich('bookings.before', { ...former, s: <s translate="no" /> })}
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
            {t('bookings.keepTime')}
          </Button>
          <Button onClick={move} disabled={startsAt === null} loading={action.isPending}>
            {startsAt === null ? (
              <span>{t('common.chooseTime')}</span>
            ) : (
              <span>{rich('bookings.rescheduleTo', { time: momentOf(startsAt, zone) })}</span>
            )}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
