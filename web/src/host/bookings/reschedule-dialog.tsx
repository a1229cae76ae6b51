import { Box, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type HostBooking, useBookingAction } from '../data/bookings.ts';
import { counted, isoDateOf, longDate, momentOf, timeOf, todayIn } from '../parts/dates.ts';
import { ReasonInput } from './reason-input.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { zoneLabel } from '../parts/zone-select.tsx';
import { DatePicker } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { firstDay, lastDay, monthOf } from '../../shared/iso-days.ts';
import { hostSlotsQuery } from '../data/event-types.ts';
import { Loading } from '../parts/page.tsx';

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
        <SlotPicker booking={booking} zone={zone} value={startsAt} onChange={setStartsAt} />
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

interface SlotPickerProps {
  /** The one that is to be moved; its month is shown first. */
  readonly booking: HostBooking;
  readonly zone: string;
  readonly value: string | null;
  readonly onChange: (startsAt: string | null) => void;
}

/** Times a booking can move to: a month, then a day's times. Its own time is none of them. */
function SlotPicker({ booking, zone, value, onChange }: SlotPickerProps) {
  const first = isoDateOf(booking.startsAt, zone);
  const today = todayIn(zone);
  const [month, setMonth] = useState(first);
  const [date, setDate] = useState<string | null>(first);
  const slots = useQuery(
    hostSlotsQuery(booking.eventType.id, { ...datesOf(month), timeZone: zone, booking: booking.id }),
  );
  const isOther = (startsAt: string) => Date.parse(startsAt) !== Date.parse(booking.startsAt);
  const free = new Map(slots.data?.days.map((day) => [day.date, day.slots.filter((slot) => isOther(slot.startsAt))]));
  const times = date === null ? [] : (free.get(date) ?? []);
  const picked = (next: string | null) => {
    setDate(next);
    onChange(null);
  };
  return (
    <Group align="flex-start" gap="lg">
      <DatePicker
        value={date}
        onChange={picked}
        date={month}
        onDateChange={setMonth}
        minDate={today}
        maxLevel="month"
        size="md"
        fullWidth
        hideOutsideDates
        w="100%"
        maw={320}
        ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
        getDayAriaLabel={(day) => `${longDate(day)}, ${counted(free.get(day)?.length ?? 0, 'available time')}`}
        excludeDate={(day) => slots.isSuccess && monthOf(day) === monthOf(month) && !free.get(day)?.length}
      />
      <Box style={{ flex: '1 1 220px', minWidth: 0 }} aria-live="polite">
        {slots.isPending && <Loading rows={4} height={36} />}
        {slots.isError && <ProblemNotice error={slots.error} onRetry={() => void slots.refetch()} />}
        {slots.isSuccess && date !== null && (
          <>
            <Text fw={600} mb="xs" translate="no">
              {longDate(date)}
            </Text>
            {times.length === 0 ? (
              <Text size="sm" c="dimmed">
                No available times on this day. Pick a highlighted day.
              </Text>
            ) : (
              <div className="time-grid in-frame">
                {times.map(({ startsAt }) => (
                  <Button
                    key={startsAt}
                    variant={value === startsAt ? 'filled' : 'default'}
                    aria-pressed={value === startsAt}
                    px="xs"
                    translate="no"
                    onClick={() => onChange(startsAt)}
                  >
                    {timeOf(startsAt, zone)}
                  </Button>
                ))}
              </div>
            )}
          </>
        )}
      </Box>
    </Group>
  );
}

const datesOf = (date: string) => ({ from: firstDay(monthOf(date)), to: lastDay(monthOf(date)) });
