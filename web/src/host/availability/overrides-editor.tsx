import { Box, Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { addDays, weekdayOf } from '../../shared/iso-days.ts';
import type { Schedule } from '../data/schedules.ts';
import { longDate, todayIn } from '../parts/dates.ts';
import { HOUR_CYCLE } from '../writing.ts';
import { Icon } from '../parts/icons.tsx';
import { byDate, datesBetween, runsOf } from './override-runs.ts';
import { faultOf, type Hours, hoursText, nextHours, weekOf } from './weekly-hours.ts';
import { HoursList } from './week-editor.tsx';
import { ErrorBelow, typed } from '../parts/inputs.tsx';
import { rich, t } from '../text.ts';

type Overrides = Schedule['overrides'];

interface OverridesEditorProps {
  readonly schedule: Pick<Schedule, 'weekly' | 'timeZone'>;
  readonly overrides: Overrides;
  readonly onChange: (overrides: Overrides) => void;
}

/** Single dates that differ from the usual week: pick a day, then say its hours. */
export function OverridesEditor({ schedule, overrides, onChange }: OverridesEditorProps) {
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
        ariaLabels={{ previousMonth: t('common.previousMonth'), nextMonth: t('common.nextMonth') }}
        getDayAriaLabel={(date) =>
          known.has(date) ? t('availability.overrideOn', { day: longDate(date) }) : longDate(date)
        }
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
              {upcoming.length === 0 ? t('availability.pickDay') : t('availability.pickToChange')}
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
                <span>
                  {rich('availability.run', {
                    days:
                      to > from ? t('availability.days', { from: longDate(from), to: longDate(to) }) : longDate(from),
                    hours:
                      intervals.length === 0
                        ? t('availability.away')
                        : intervals.map(([from, to]) => hoursText({ from, to }, HOUR_CYCLE)).join(', '),
                  })}
                </span>
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

interface OverrideEditorProps {
  readonly date: string;
  /** Null while the day is as usual; empty when the host is away. */
  readonly hours: readonly Hours[] | null;
  readonly usual: readonly Hours[];
  readonly onChange: (hours: readonly Hours[]) => void;
  readonly onRemove: () => void;
  /** Whether doing the same to the days that follow would change any. */
  readonly canRepeat: boolean;
  /** Repeats it for every following day through this one. */
  readonly onRepeat: (until: string) => void;
  readonly onClose: () => void;
}

/** One date: as usual, away, or with hours of its own. */
function OverrideEditor({ date, hours, usual, onChange, onRemove, canRepeat, onRepeat, onClose }: OverrideEditorProps) {
  const mode = hours === null ? 'usual' : hours.length === 0 ? 'away' : 'other';
  const switched = (next: string) => {
    if (next === 'usual') onRemove();
    else onChange(next === 'away' ? [] : usual.length > 0 ? usual : [nextHours([])]);
  };
  return (
    <Stack gap="sm">
      <Radio.Group
        value={mode}
        onChange={switched}
        label={
          <Text fw={600} translate="no">
            {longDate(date)}
          </Text>
        }
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="usual"
            label={
              usual.length === 0
                ? t('availability.usuallyNot')
                : t('availability.usual', { hours: usual.map((hours) => hoursText(hours, HOUR_CYCLE)).join(', ') })
            }
          />
          <Radio value="away" label={t('availability.unavailableAllDay')} />
          <Radio value="other" label={t('availability.differentHours')} />
        </Stack>
      </Radio.Group>
      {mode === 'other' && hours !== null && (
        <>
          <HoursList day={longDate(date)} hours={hours} onChange={onChange} />
          <Button
            size="xs"
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => onChange([...hours, nextHours(hours)])}
          >
            {t('availability.addHours')}
          </Button>
        </>
      )}
      {canRepeat && faultOf(hours ?? []) === null && <RepeatUntil date={date} onRepeat={onRepeat} />}
      <Group>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('availability.backToList')}
        </Button>
      </Group>
    </Stack>
  );
}

/** As far as one override may be repeated: the server keeps 400 in all. */
const LONGEST_DAYS = 92;

interface RepeatUntilProps {
  readonly date: string;
  readonly onRepeat: (until: string) => void;
}

/** The same for the days that follow, for holidays and trips: up to a last day, at most three months on. */
function RepeatUntil({ date, onRepeat }: RepeatUntilProps) {
  const [until, setUntil] = useState('');
  const latest = addDays(date, LONGEST_DAYS);
  const isDay = until > date && until <= latest;
  const isWrong = until !== '' && !isDay;
  return (
    <div>
      <Group gap="xs" align="flex-end">
        <TextInput
          type="date"
          label={t('availability.repeatThrough')}
          min={addDays(date, 1)}
          max={latest}
          value={until}
          onChange={typed(setUntil)}
          error={isWrong}
          flex="1 1 180px"
        />
        <Button variant="default" disabled={!isDay} onClick={() => onRepeat(until)}>
          {t('availability.apply')}
        </Button>
      </Group>
      <ErrorBelow>{isWrong ? t('availability.tooFar', { day: longDate(date) }) : undefined}</ErrorBelow>
    </div>
  );
}
