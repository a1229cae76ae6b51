import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Integration } from '../data/integrations.ts';
import { ConnectProgress } from '../integrations/connect-progress.tsx';
import { ConnectionWords } from '../integrations/card.tsx';
import { ProviderMark } from '../integrations/provider-mark.tsx';
import { useConnect } from '../integrations/use-connect.ts';
import { t } from '../text.ts';

interface PlatformStateProps {
  readonly integration: Integration;
  readonly beforeLeaving: () => void;
}

/** Whether bookings here will get links, and Connect right where the question comes up. */
export function PlatformState({ integration, beforeLeaving }: PlatformStateProps) {
  const { name, colour, status, problem } = integration;
  const connecting = useConnect(integration, { returnTo: 'event-types', beforeLeaving });
  const isReady = status === 'connected' && problem === null;
  const busy = ['starting', 'leaving'].includes(connecting.state.step);
  return (
    <Paper withBorder p="sm" radius="md">
      <Stack gap="sm">
        <Group gap="sm" justify="space-between">
          <Group gap="sm" style={{ flex: '1 1 220px' }} wrap="nowrap">
            <ProviderMark colour={colour} size={32} />
            <div>
              <ConnectionWords integration={integration} />
              <Text size="sm" c="dimmed">
                {isReady ? t('types.getsLink', { name }) : missingWords(integration)}
              </Text>
            </div>
          </Group>
          {status === 'not_configured' ? (
            <Link to="/user/integrations">{t('types.whatIsMissing')}</Link>
          ) : (
            !isReady && (
              <Button size="sm" onClick={connecting.connect} loading={busy}>
                {problem === null ? t('common.connect') : t('common.reconnect')}
              </Button>
            )
          )}
        </Group>
        <ConnectProgress connecting={connecting} name={name} />
      </Stack>
    </Paper>
  );
}

const missingWords = ({ status, name }: Integration) =>
  status === 'reconnect_needed' ? t('types.linksOnReconnect') : t('types.noLinkUntil', { name });
