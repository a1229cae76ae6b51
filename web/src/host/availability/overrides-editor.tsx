import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { weekdayOf } from '../../shared/iso-days.ts';
import type { Schedule } from '../data/schedules.ts';
import { longDate, todayIn } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { OverrideEditor } from './override-editor.tsx';
import { type Hours, weekOf } from './weekly-hours.ts';

type Overrides = Schedule['overrides'];

interface Props {
  readonly schedule: Pick<Schedule, 'weekly' | 'timeZone'>;
  readonly overrides: Overrides;
  readonly onChange: (overrides: Overrides) => void;
}

/** Single dates that differ from the usual week: pick a day, then say its hours. */
export function OverridesEditor({ schedule, overrides, onChange }: Props) {
  const today = todayIn(schedule.timeZone);
  const [picked, setPicked] = useState<string | null>(null);
  const known = new Map(overrides.map((one) => [one.date, one]));
  const put = (date: string, hours: readonly Hours[]) =>
    onChange(
      [
        ...overrides.filter((one) => one.date !== date),
        { date, intervals: hours.map(({ from, to }): [string, string] => [from, to]) },
      ].toSorted(byDate),
    );
  const upcoming = overrides.filter(({ date }) => date >= today).toSorted(byDate);
  return (
    <Group align="flex-start" gap="xl">
      <DatePicker
        value={picked}
        onChange={setPicked}
        minDate={today}
        defaultDate={today}
        ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
        getDayAriaLabel={(date) => `${longDate(date)}${known.has(date) ? ', different hours' : ''}`}
        getDayProps={(date) => (known.has(date) ? { className: 'marked-day', fw: 700 } : {})}
        maxLevel="year"
        size="md"
        fullWidth
        hideOutsideDates
        w="100%"
        maw={320}
      />
      <Box style={{ flex: '1 1 240px', minWidth: 0 }}>
        {picked === null ? (
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {upcoming.length === 0
                ? 'Pick a day on which you are away, or have other hours than usual.'
                : 'Pick a day to change it.'}
            </Text>
            {upcoming.map(({ date, intervals }) => (
              <Button
                key={date}
                variant="default"
                h="auto"
                py="xs"
                justify="flex-start"
                leftSection={<Icon name="calendar" size={16} />}
                onClick={() => setPicked(date)}
                styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
              >
                {longDate(date)}:{' '}
                {intervals.length === 0 ? 'away' : intervals.map((times) => times.join('–')).join(', ')}
              </Button>
            ))}
          </Stack>
        ) : (
          <OverrideEditor
            key={picked}
            date={picked}
            hours={known.get(picked)?.intervals.map(([from, to]) => ({ from, to })) ?? null}
            usual={usualHours(schedule.weekly, picked)}
            onChange={(hours) => put(picked, hours)}
            onRemove={() => onChange(overrides.filter(({ date }) => date !== picked))}
            onClose={() => setPicked(null)}
          />
        )}
      </Box>
    </Group>
  );
}

function usualHours(weekly: Schedule['weekly'], date: string): readonly Hours[] {
  return weekOf(weekly)[weekdayOf(date) - 1] ?? [];
}

const byDate = (one: { date: string }, other: { date: string }) => one.date.localeCompare(other.date);
