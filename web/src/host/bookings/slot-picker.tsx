import { Box, Button, Group, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { firstDay, lastDay, monthOf } from '../../shared/iso-days.ts';
import type { HostBooking } from '../data/bookings.ts';
import { hostSlotsQuery } from '../data/event-types.ts';
import { longDate, timeOf, todayIn } from '../parts/dates.ts';
import { Loading } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { t } from '../text.ts';

interface SlotPickerProps {
  readonly eventTypeId: string;
  /** The booking that is to be moved there. */
  readonly moving?: Pick<HostBooking, 'id' | 'startsAt'>;
  /** The date that is shown first. */
  readonly first: string;
  readonly zone: string;
  readonly value: string | null;
  readonly onChange: (startsAt: string | null) => void;
}

/** Times of an event type: a month, then a day's times. Those of a booking that moves leave its own time out. */
export function SlotPicker({ eventTypeId, moving, first, zone, value, onChange }: SlotPickerProps) {
  const today = todayIn(zone);
  const [month, setMonth] = useState(first);
  const [date, setDate] = useState<string | null>(first);
  const slots = useQuery(
    hostSlotsQuery(eventTypeId, { ...datesOf(month), timeZone: zone, ...(moving && { booking: moving.id }) }),
  );
  const isOther = (startsAt: string) => moving === undefined || Date.parse(startsAt) !== Date.parse(moving.startsAt);
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
        ariaLabels={{ previousMonth: t('common.previousMonth'), nextMonth: t('common.nextMonth') }}
        getDayAriaLabel={(day) => t('bookings.dayLabel', { day: longDate(day), count: free.get(day)?.length ?? 0 })}
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
                {t('bookings.noTimes')}
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
