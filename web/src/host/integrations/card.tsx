import { Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import type { Integration } from '../data/integrations.ts';
import { Icon } from '../parts/icons.tsx';
import { ConnectProgress } from './connect-progress.tsx';
import { ConnectionWords } from './connection-words.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { MissingLinks } from './missing-links.tsx';
import { MissingVariables } from './missing-variables.tsx';
import { Permissions } from './permissions.tsx';
import { ProviderMark } from './provider-mark.tsx';
import { useConnect } from './use-connect.ts';
import { WhatHappened } from './what-happened.tsx';

/** One meeting platform: whether it is connected, what is wrong with it, and what can be done. */
export function IntegrationCard({ integration }: { readonly integration: Integration }) {
  const { provider, name, status, problem } = integration;
  const titleId = useId();
  const connecting = useConnect(integration);
  const [leaving, setLeaving] = useState(false);
  const isConnected = status === 'connected';
  // Where the host took our access away there, there is nothing left to remove.
  const isHeld = isConnected || status === 'reconnect_needed';
  const busy = ['starting', 'leaving'].includes(connecting.state.step);

  return (
    <Paper component="section" aria-labelledby={titleId} withBorder p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="md">
        <Group align="flex-start" gap="md" wrap="nowrap">
          <ProviderMark provider={provider} />
          <Group justify="space-between" align="flex-start" gap="sm" flex={1} miw={0}>
            <Box miw={0}>
              <Title order={3} fz="md" id={titleId}>
                {name}
              </Title>
              <ConnectionWords integration={integration} />
            </Box>
            <Group gap="xs">
              {status !== 'not_configured' && !(isConnected && problem === null) && (
                <Button onClick={connecting.connect} loading={busy} aria-describedby={titleId}>
                  {problem === null ? 'Connect' : 'Reconnect'}
                </Button>
              )}
              {isHeld && (
                <Button variant="default" onClick={() => setLeaving(true)} aria-describedby={titleId}>
                  Disconnect
                </Button>
              )}
            </Group>
          </Group>
        </Group>
        <Stack gap="md" className="under-mark">
          <ConnectProgress connecting={connecting} name={name} />
          <WhatHappened integration={integration} />
          <MissingLinks integration={integration} />
          {status === 'not_configured' ? (
            <MissingVariables integration={integration} />
          ) : (
            <Permissions integration={integration} open={!isConnected && problem === null} />
          )}
          {isHeld && (
            <Text size="sm" c="dimmed">
              <a href={`/help#${provider}`}>Help with {name}</a>. You can also{' '}
              <a href={integration.manageAccessUrl} target="_blank" rel="noreferrer">
                remove access at {name}
                {'\u00a0'}
                <Icon name="out" size={12} />
              </a>
            </Text>
          )}
        </Stack>
      </Stack>
      <DisconnectDialog integration={integration} opened={leaving} onClose={() => setLeaving(false)} />
    </Paper>
  );
}
