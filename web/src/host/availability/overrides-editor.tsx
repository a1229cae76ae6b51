import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { addDays, weekdayOf } from '../../shared/iso-days.ts';
import type { Schedule } from '../data/schedules.ts';
import { longDate, todayIn } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { OverrideEditor } from './override-editor.tsx';
import { byDate, datesBetween, runsOf } from './override-runs.ts';
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
  /** The same hours for these dates; days that are over are not kept. */
  const put = (dates: readonly string[], hours: readonly Hours[]) => {
    const intervals = hours.map(({ from, to }): [string, string] => [from, to]);
    const others = overrides.filter(({ date }) => date >= today && !dates.includes(date));
    onChange([...others, ...dates.map((date) => ({ date, intervals }))].toSorted(byDate));
  };
  const remove = (dates: readonly string[]) => onChange(overrides.filter(({ date }) => !dates.includes(date)));
  const upcoming = runsOf(overrides.filter(({ date }) => date >= today));
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
            {upcoming.map(({ from, to, intervals }) => (
              <Button
                key={from}
                variant="default"
                h="auto"
                py="xs"
                justify="flex-start"
                leftSection={<Icon name="calendar" size={16} />}
                onClick={() => setPicked(from)}
                styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
              >
                {longDate(from)}
                {to > from && ` to ${longDate(to)}`}:{' '}
                {intervals.length === 0 ? 'away' : intervals.map((times) => times.join('–')).join(', ')}
              </Button>
            ))}
          </Stack>
        ) : (
          <OverrideEditor
            key={picked}
            date={picked}
            hours={known.has(picked) ? hoursOf(known.get(picked)) : null}
            usual={usualHours(schedule.weekly, picked)}
            onChange={(hours) => put([picked], hours)}
            onRemove={() => remove([picked])}
            canRepeat={known.has(picked) || known.has(addDays(picked, 1))}
            onRepeat={(until) => {
              const dates = datesBetween(picked, until);
              if (known.has(picked)) put(dates, hoursOf(known.get(picked)));
              else remove(dates);
              setPicked(null);
            }}
            onClose={() => setPicked(null)}
          />
        )}
      </Box>
    </Group>
  );
}

const hoursOf = (one: Overrides[number] | undefined): readonly Hours[] =>
  one?.intervals.map(([from, to]) => ({ from, to })) ?? [];

function usualHours(weekly: Schedule['weekly'], date: string): readonly Hours[] {
  return weekOf(weekly)[weekdayOf(date) - 1] ?? [];
}
