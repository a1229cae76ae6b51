import { Textarea } from '@mantine/core';
import { typed } from '../parts/inputs.tsx';
import { t } from '../text.ts';

interface Props {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why the host changes a booking, for the guest to read; it may stay empty. */
export function ReasonInput({ value, onChange }: Props) {
  return (
    <Textarea
      label={t('bookings.reasonLabel')}
      description={t('bookings.reasonHint')}
      autosize
      minRows={3}
      maxLength={1_000}
      value={value}
      onChange={typed(onChange)}
    />
  );
}
