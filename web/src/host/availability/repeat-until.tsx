import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addDays } from '../../shared/iso-days.ts';
import { longDate } from '../parts/dates.ts';
import { typed } from '../parts/typed.ts';

/** As far as one override may be repeated: the server keeps 400 in all. */
const LONGEST_DAYS = 92;

interface Props {
  readonly date: string;
  readonly onRepeat: (until: string) => void;
}

/** The same for the days that follow, for holidays and trips: up to a last day, at most three months on. */
export function RepeatUntil({ date, onRepeat }: Props) {
  const [until, setUntil] = useState('');
  const latest = addDays(date, LONGEST_DAYS);
  const isDay = until > date && until <= latest;
  return (
    <Group gap="xs" align="flex-end">
      <TextInput
        type="date"
        label="The same up to and with"
        min={addDays(date, 1)}
        max={latest}
        value={until}
        onChange={typed(setUntil)}
        error={until !== '' && !isDay && `A day after ${longDate(date)}, at most three months later.`}
        flex="1 1 180px"
      />
      <Button variant="default" disabled={!isDay} onClick={() => onRepeat(until)}>
        Set these days
      </Button>
    </Group>
  );
}
