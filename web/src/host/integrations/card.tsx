import { Alert, Badge, Box, Button, Code, Group, List, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { Integration } from '../data/integrations.ts';
import { Icon } from '../parts/icons.tsx';
import { ConnectProgress } from './connect-progress.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { MissingLinks } from './missing-links.tsx';
import { ProviderMark } from './provider-mark.tsx';
import { useConnect } from './use-connect.ts';
import { dateOf, fromNow } from '../parts/dates.ts';
import { useHostZone } from '../data/me.ts';
import { said } from '../parts/said.ts';
import { rich, t, type Words } from '../text.ts';

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
                  {problem === null ? t('common.connect') : t('common.reconnect')}
                </Button>
              )}
              {isHeld && (
                <Button variant="default" onClick={() => setLeaving(true)} aria-describedby={titleId}>
                  {t('integrations.disconnect')}
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
              {rich('integrations.help', {
                name,
                help: <a href={`/help#${provider}`} />,
                access: <OutLink href={integration.manageAccessUrl} />,
              })}
            </Text>
          )}
        </Stack>
      </Stack>
      <DisconnectDialog integration={integration} opened={leaving} onClose={() => setLeaving(false)} />
    </Paper>
  );
}

/** A link to the provider's own pages. */
function OutLink({ href, children }: { readonly href: string; readonly children?: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
      {'\u00a0'}
      <Icon name="out" size={12} />
    </a>
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
          {t('integrations.reconnectNeeded')}
        </Badge>
      )}
      {status === 'connected' ? (
        <Tooltip label={since(connectedAt, lastUsedAt, zone)} disabled={connectedAt === null}>
          <Text size="sm" fw={500}>
            {rich('integrations.connectedAs', { email: accountEmail ?? '' })}
          </Text>
        </Tooltip>
      ) : (
        problem === null && (
          <Text size="sm" c="dimmed">
            {t(WORDS[status])}
          </Text>
        )
      )}
    </Group>
  );
}

const WORDS: Record<Integration['status'], Words> = {
  not_configured: 'integrations.notConfigured',
  not_connected: 'integrations.notConnected',
  connected: 'integrations.connected',
  reconnect_needed: 'integrations.reconnectNeeded',
  revoked: 'integrations.revoked',
};

function since(connectedAt: string | null, lastUsedAt: string | null, zone: string): string {
  const parts = [
    connectedAt && t('integrations.connectedOn', { date: dateOf(connectedAt, zone) }),
    lastUsedAt && t('integrations.lastUsed', { when: fromNow(lastUsedAt) }),
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
        <span>{said(problem.text, problem.says)}</span> <a href="/help#reconnect-needed">{t('integrations.why')}</a>
      </Text>
      <Text size="sm" mt={4}>
        {bookingsWithoutLink === 0
          ? t('integrations.noneWaiting')
          : t('integrations.waiting', { count: bookingsWithoutLink })}
      </Text>
      {accountEmail !== null && (
        <Text size="sm" mt={4}>
          {rich('integrations.wasConnectedAs', { email: accountEmail })}
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
      {integration.permissionsSay.map(({ text, says }) => (
        <List.Item key={text}>{said(text, says)}</List.Item>
      ))}
    </List>
  );
  if (open)
    return (
      <Box c="dimmed">
        <Text size="sm">{t('integrations.will')}</Text>
        {list}
      </Box>
    );
  return (
    <Box component="details" c="dimmed">
      <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
        {t('integrations.can', { name: integration.name })}
      </Text>
      {list}
    </Box>
  );
}

/** The settings that the operator must make before the platform can be offered. */
function MissingVariables({ integration: { name, missingVariables } }: { readonly integration: Integration }) {
  return (
    <Text size="sm">
      {rich('integrations.setVariables', {
        name,
        names: new Intl.ListFormat(t.language).format(missingVariables),
        variables: <Code translate="no" />,
      })}
    </Text>
  );
}
