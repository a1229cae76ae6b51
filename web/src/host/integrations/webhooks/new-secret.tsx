import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { WebhookMade } from '../../data/webhooks.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { Icon } from '../../parts/icons.tsx';

interface Props {
  readonly made: WebhookMade;
  readonly title: string;
  readonly onDone: () => void;
}

/** A secret that verifies deliveries, shown this once. */
export function NewSecret({ made, title, onDone }: Props) {
  return (
    <Stack>
      <Alert color="pine" role="status" icon={<Icon name="check" />} c="inherit" title={title}>
        Copy its secret now: it verifies what your system gets, and is shown only this once.
        {made.formerSecretUntil !== null && ' The former secret works beside it for 24 hours.'}
      </Alert>
      <Text ff="monospace" size="sm" translate="no" style={{ overflowWrap: 'anywhere' }}>
        {made.secret}
      </Text>
      <Group justify="flex-end" gap="sm">
        <CopyText text={made.secret} label="Copy secret" />
        <Button onClick={onDone}>I have copied it</Button>
      </Group>
    </Stack>
  );
}
