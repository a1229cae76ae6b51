import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import { HOUR_CYCLE } from '../writing.ts';
import { asClock, clockText } from './weekly-hours.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (clock: string) => void;
  /** Ends may be 24:00. */
  readonly isEnd?: boolean;
  readonly error?: boolean;
}

const STEPS = Array.from({ length: 49 }, (_, step) => clockText(asClock(step * 30), HOUR_CYCLE));

/** A time of day: typed as people do ("9", "9.30", "930", "5pm") or picked from half hours. */
export function ClockInput({ label, value, onChange, isEnd = false, error = false }: Props) {
  const [text, setText] = useState(clockText(value, HOUR_CYCLE));
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(clockText(value, HOUR_CYCLE));
  }
  const settle = (said: string) => {
    const clock = readClock(said, isEnd);
    setText(clockText(clock ?? value, HOUR_CYCLE));
    if (clock !== null && clock !== value) onChange(clock);
  };
  return (
    <Autocomplete
      aria-label={label}
      value={text}
      onChange={setText}
      onOptionSubmit={settle}
      onBlur={() => settle(text)}
      data={isEnd ? STEPS.slice(1) : STEPS.slice(0, -1)}
      // The whole list, even with text in the field: it is for picking, not for finding.
      filter={({ options }) => options}
      w={HOUR_CYCLE === 'h12' ? 108 : 92}
      error={error}
      inputMode="text"
      autoComplete="off"
      openOnFocus={false}
    />
  );
}

/** The clock time meant, `HH:MM`; null when none can be read. */
export function readClock(said: string, isEnd: boolean): string | null {
  const match = /^\s*(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*(am|pm)?\s*$/i.exec(said);
  if (match === null) return null;
  const [, hourText, minuteText = '0', half] = match;
  let hour = Number(hourText);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  if (half !== undefined) hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const minutes = hour * 60 + Number(minuteText);
  const isMidnight = minutes === 24 * 60 || (isEnd && minutes === 0);
  if (isMidnight) return isEnd ? '24:00' : null;
  return minutes < 24 * 60 ? asClock(minutes) : null;
}
