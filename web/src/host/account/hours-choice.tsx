import { Radio, Stack } from '@mantine/core';
import { clockText } from '../availability/weekly-hours.ts';
import { HOUR_CYCLE } from '../writing.ts';
import { cityOf } from '#domain/zone-names.ts';
import { t } from '../text.ts';

/** What happens to the available hours when the account moves to another time zone. */
export type HoursChoice = 'keep' | 'move';

interface Props {
  readonly from: string;
  readonly to: string;
  /** Null until the host has chosen. */
  readonly value: HoursChoice | null;
  readonly onChange: (choice: HoursChoice) => void;
  readonly isMissing: boolean;
}

const NINE = clockText('09:00', HOUR_CYCLE);

/** Asks whether available hours in the former time zone move along. */
export function HoursChoiceInput({ from, to, value, onChange, isMissing }: Props) {
  return (
    <Radio.Group
      label={t('account.hours.title')}
      value={value}
      onChange={(choice) => onChange(choice === 'move' ? 'move' : 'keep')}
      error={isMissing && t('account.hours.missing')}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="keep" label={t('account.hours.keep', { city: cityOf(from) })} />
        <Radio value="move" label={t('account.hours.move', { city: cityOf(to), nine: NINE })} />
      </Stack>
    </Radio.Group>
  );
}
