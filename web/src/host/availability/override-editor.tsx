import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { longDate } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { HoursList } from './hours-list.tsx';
import { RepeatUntil } from './repeat-until.tsx';
import { faultOf, type Hours, nextHours } from './weekly-hours.ts';

interface Props {
  readonly date: string;
  /** Null while the day is as usual; empty when the host is away. */
  readonly hours: readonly Hours[] | null;
  readonly usual: readonly Hours[];
  readonly onChange: (hours: readonly Hours[]) => void;
  readonly onRemove: () => void;
  /** Whether doing the same to the days that follow would change any. */
  readonly canRepeat: boolean;
  /** The same for every following day, up to and with this one. */
  readonly onRepeat: (until: string) => void;
  readonly onClose: () => void;
}

/** One date: as usual, away, or with hours of its own. */
export function OverrideEditor({ date, hours, usual, onChange, onRemove, canRepeat, onRepeat, onClose }: Props) {
  const mode = hours === null ? 'usual' : hours.length === 0 ? 'away' : 'other';
  const switched = (next: string) => {
    if (next === 'usual') onRemove();
    else onChange(next === 'away' ? [] : usual.length > 0 ? usual : [nextHours([])]);
  };
  return (
    <Stack gap="sm">
      <Radio.Group value={mode} onChange={switched} label={<Text fw={600}>{longDate(date)}</Text>}>
        <Stack gap="xs" mt="xs">
          <Radio
            value="usual"
            label={`As usual${usual.length === 0 ? ' (unavailable)' : ` (${usual.map(({ from, to }) => `${from}–${to}`).join(', ')})`}`}
          />
          <Radio value="away" label="Away all day" />
          <Radio value="other" label="Other hours" />
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
            Add hours
          </Button>
        </>
      )}
      {canRepeat && faultOf(hours ?? []) === null && <RepeatUntil date={date} onRepeat={onRepeat} />}
      <Group>
        <Button size="xs" variant="default" onClick={onClose}>
          Back to the list
        </Button>
      </Group>
    </Stack>
  );
}
