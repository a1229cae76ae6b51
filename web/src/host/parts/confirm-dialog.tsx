import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.tsx';
import { t } from '../text.ts';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly keep?: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly error?: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question before something that cannot simply be undone; it says what will happen. */
export function ConfirmDialog({ keep = t('common.cancel'), danger = false, busy = false, ...props }: Props) {
  return (
    // Not centred: what is said below the buttons would move them.
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      centered={false}
      yOffset="16dvh"
      title={<Text fw={650}>{props.title}</Text>}
    >
      <Stack>
        {typeof props.children === 'string' ? <Text>{props.children}</Text> : props.children}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onClose}>
            {keep}
          </Button>
          <Button
            {...(danger ? { color: 'red.9' } : {})}
            loading={busy}
            disabled={props.disabled ?? false}
            onClick={props.onConfirm}
          >
            {props.confirm}
          </Button>
        </Group>
        {props.error !== undefined && props.error !== null && <ProblemNotice error={props.error} />}
      </Stack>
    </Modal>
  );
}
