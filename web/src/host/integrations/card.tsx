import { Alert, Badge, Box, Button, Code, Group, List, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { useId, useState } from 'react';
import type { Integration } from '../data/integrations.ts';
import { Icon } from '../parts/icons.tsx';
import { ConnectProgress } from './connect-progress.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { MissingLinks } from './missing-links.tsx';
import { ProviderMark } from './provider-mark.tsx';
import { useConnect } from './use-connect.ts';
import { counted, dateOf, fromNow } from '../parts/dates.ts';
import { useHostZone } from '../data/me.ts';

/** One meeting platform: whether it is connected, what is wrong with it, and what can be done. */
export function IntegrationCard({ integration }: { readonly integration: Integration }) {
  const { provider, name, colour, status, problem } = integration;
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
          <ProviderMark colour={colour} />
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

/** The state of a connection in words, colour second. */
export function ConnectionWords({ integration }: { readonly integration: Integration }) {
  const { status, accountEmail, problem, connectedAt, lastUsedAt } = integration;
  const zone = useHostZone();
  return (
    <Group gap="xs" mt={4} aria-live="polite">
      {problem !== null && (
        <Badge color="red" variant="light" size="lg">
          Reconnect needed
        </Badge>
      )}
      {status === 'connected' ? (
        <Tooltip label={since(connectedAt, lastUsedAt, zone)} disabled={connectedAt === null}>
          <Text size="sm" fw={500}>
            Connected as <span translate="no">{accountEmail}</span>
          </Text>
        </Tooltip>
      ) : (
        problem === null && (
          <Text size="sm" c="dimmed">
            {WORDS[status]}
          </Text>
        )
      )}
    </Group>
  );
}

const WORDS: Record<Integration['status'], string> = {
  not_configured: 'Not set up on this server',
  not_connected: 'Not connected',
  connected: 'Connected',
  reconnect_needed: 'Reconnect needed',
  revoked: 'Disconnected',
};

function since(connectedAt: string | null, lastUsedAt: string | null, zone: string): string {
  const parts = [
    connectedAt && `Connected on ${dateOf(connectedAt, zone)}`,
    lastUsedAt && `last used ${fromNow(lastUsedAt)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** Why a reconnect is needed, and which bookings it concerns. */
function WhatHappened({ integration }: { readonly integration: Integration }) {
  const { problem, bookingsWithoutLink, accountEmail } = integration;
  if (problem === null) return null;
  return (
    <Alert color="red" variant="light" icon={<Icon name="alert" />} c="inherit">
      <Text size="sm">
        <span>{problem.text}</span> <a href="/help#reconnect-needed">Why this happens</a>
      </Text>
      <Text size="sm" mt={4}>
        {bookingsWithoutLink === 0
          ? 'No upcoming booking is waiting for a link. Existing bookings keep theirs.'
          : `${counted(bookingsWithoutLink, 'upcoming booking')} ${bookingsWithoutLink === 1 ? 'is' : 'are'} waiting for a link. Reconnect and we’ll create and email the missing links.`}
      </Text>
      {accountEmail !== null && (
        <Text size="sm" mt={4}>
          It was connected as <span translate="no">{accountEmail}</span>.
        </Text>
      )}
    </Alert>
  );
}

/** What Insytical will be allowed to do, in plain words: open before connecting, a click away afterwards. */
export function Permissions({ integration, open }: { readonly integration: Integration; readonly open: boolean }) {
  if (integration.permissions.length === 0) return null;
  const list = (
    <List size="sm" spacing={2} mt={4}>
      {integration.permissions.map((permission) => (
        <List.Item key={permission}>{permission}</List.Item>
      ))}
    </List>
  );
  if (open)
    return (
      <Box c="dimmed">
        <Text size="sm">With your permission, Insytical will:</Text>
        {list}
      </Box>
    );
  return (
    <Box component="details" c="dimmed">
      <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
        What Insytical can do in {integration.name}
      </Text>
      {list}
    </Box>
  );
}

/** The settings that the operator must make before the platform can be offered. */
function MissingVariables({ integration: { name, missingVariables } }: { readonly integration: Integration }) {
  return (
    <Text size="sm">
      Set{' '}
      {missingVariables.map((variable, index) => (
        <span key={variable}>
          {index > 0 && (index === missingVariables.length - 1 ? ' and ' : ', ')}
          <Code translate="no">{variable}</Code>
        </span>
      ))}{' '}
      in the server’s environment and start it again to offer {name}.
    </Text>
  );
}
