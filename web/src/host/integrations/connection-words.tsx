import { Badge, Group, Text, Tooltip } from '@mantine/core';
import type { Integration } from '../data/integrations.ts';
import { dateOf, fromNow } from '../parts/dates.ts';
import { browserZone } from '../../shared/zones.ts';

/** The state of a connection in words, colour second. */
export function ConnectionWords({ integration }: { readonly integration: Integration }) {
  const { status, accountEmail, problem, connectedAt, lastUsedAt } = integration;
  return (
    <Group gap="xs" mt={4} aria-live="polite">
      {problem !== null && (
        <Badge color="red" variant="light" size="lg">
          Reconnect needed
        </Badge>
      )}
      {status === 'connected' ? (
        <Tooltip label={since(connectedAt, lastUsedAt)} disabled={connectedAt === null}>
          <Text size="sm" fw={500}>
            Connected as {accountEmail}
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

function since(connectedAt: string | null, lastUsedAt: string | null): string {
  const parts = [
    connectedAt && `Connected on ${dateOf(connectedAt, browserZone())}`,
    lastUsedAt && `last used ${fromNow(lastUsedAt)}`,
  ];
  return parts.filter(Boolean).join(', ');
}
