import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { WebhookMade } from '../../data/webhooks.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { Icon } from '../../parts/icons.tsx';
import { t } from '../../text.ts';

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
        {t('webhooks.copySecretNow')}
        {made.formerSecretUntil !== null && ` ${t('webhooks.formerWorks')}`}
      </Alert>
      <Text ff="monospace" size="sm" translate="no" style={{ overflowWrap: 'anywhere' }}>
        {made.secret}
      </Text>
      <Group justify="flex-end" gap="sm">
        <CopyText text={made.secret} label={t('webhooks.copySecret')} />
        <Button onClick={onDone}>{t('common.haveCopied')}</Button>
      </Group>
    </Stack>
  );
}
