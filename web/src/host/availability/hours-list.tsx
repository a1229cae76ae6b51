import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { Icon } from '../parts/icons.tsx';
import { ClockInput } from './clock-input.tsx';
import { faultOf, type Hours } from './weekly-hours.ts';

interface Props {
  /** The day they belong to, for screen readers. */
  readonly day: string;
  readonly hours: readonly Hours[];
  readonly onChange: (hours: Hours[]) => void;
}

/** The hours of one day, each editable and removable. */
export function HoursList({ day, hours, onChange }: Props) {
  const fault = faultOf(hours);
  return (
    <Stack gap={8}>
      {hours.map((one, index) => (
        // Hours have no identity of their own but their place.
        <Group key={`${index}-${hours.length}`} gap={8} wrap="nowrap">
          <ClockInput
            label={`${day}, from`}
            value={one.from}
            onChange={(from) => onChange(hours.with(index, { ...one, from }))}
            error={fault !== null}
          />
          <span aria-hidden>–</span>
          <ClockInput
            label={`${day}, to`}
            value={one.to}
            isEnd
            onChange={(to) => onChange(hours.with(index, { ...one, to }))}
            error={fault !== null}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--mantine-color-text)"
            size={34}
            aria-label={`Remove ${one.from} to ${one.to} on ${day}`}
            onClick={() => onChange(hours.toSpliced(index, 1))}
          >
            <Icon name="close" size={18} />
          </ActionIcon>
        </Group>
      ))}
      {fault !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {fault}
        </Text>
      )}
    </Stack>
  );
}
