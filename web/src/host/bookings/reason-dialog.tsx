import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { typed } from '../parts/typed.ts';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  readonly explanation: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for a reason the guest will read; it may stay empty. */
export function ReasonDialog({ explanation, onConfirm, ...props }: Props) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog {...props} keep="Keep it" danger onConfirm={() => onConfirm(reason)}>
      <Stack gap="sm">
        <Text size="sm">{explanation}</Text>
        <Textarea
          label="Reason (optional)"
          description="Your guest will read it."
          autosize
          minRows={3}
          maxLength={1_000}
          value={reason}
          onChange={typed(setReason)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
