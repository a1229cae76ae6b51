import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { ReasonInput } from './reason-input.tsx';
import { t } from '../text.ts';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  readonly explanation: string;
  readonly confirm: string;
  /** Whether it cannot be undone. */
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for a reason the guest will read; it may stay empty. */
export function ReasonDialog({ explanation, danger = true, onConfirm, ...props }: Props) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog {...props} keep={t('bookings.keep')} danger={danger} onConfirm={() => onConfirm(reason)}>
      <Stack gap="sm">
        <Text size="sm">{explanation}</Text>
        <ReasonInput value={reason} onChange={setReason} />
      </Stack>
    </ConfirmDialog>
  );
}
