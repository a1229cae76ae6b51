import { Alert, Anchor, Button, Group, Loader, Text } from '@mantine/core';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { Connecting } from './use-connect.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { integrationsQuery } from '../data/integrations.ts';

/** What happens after the click on Connect, on the card itself. */
export function ConnectProgress({ connecting, name }: { readonly connecting: Connecting; readonly name: string }) {
  const { state, connect, continueHere, cancel } = connecting;
  switch (state.step) {
    case 'idle':
      return null;
    case 'starting':
    case 'leaving':
      return (
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden />
          <Text size="sm">{`Opening ${name}…`}</Text>
        </Group>
      );
    case 'waiting':
      return (
        <Alert color="pine" variant="light" icon={<Loader size="xs" aria-hidden />} role="status" c="inherit">
          <Text size="sm">Finish in the other window. This card updates automatically.</Text>
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={connect}>
              Open again
            </Button>
            <Button size="xs" variant="default" onClick={continueHere}>
              Continue in this window
            </Button>
            <Button size="xs" variant="subtle" onClick={cancel}>
              Cancel
            </Button>
          </Group>
        </Alert>
      );
    case 'blocked':
      return (
        <Alert color="yellow" variant="light" icon={<Icon name="alert" />} role="alert" c="inherit">
          <Text size="sm">Allow popups for {window.location.host}, then click Connect again</Text>
          <Text size="sm" mt={4}>
            or{' '}
            <Anchor component="button" type="button" size="sm" fw={600} td="underline" onClick={continueHere}>
              continue in this window
            </Anchor>
          </Text>
        </Alert>
      );
    case 'failed':
      return (
        <Alert color="red" variant="light" icon={<Icon name="alert" />} role="alert" c="inherit">
          <Text size="sm">{failureWords(state.code, name)}</Text>
        </Alert>
      );
    case 'refused':
      return <ProblemNotice error={state.error} onRetry={connect} />;
  }
}

interface Returned {
  readonly connected?: string;
  /** Why it failed; `provider` says where. */
  readonly failed?: string;
  readonly provider?: string;
}

/** After a connect in this window: says how it went, then takes it out of the address, so that a reload does not repeat it. */
export function ReturnedNotice() {
  const search: Returned = useSearch({ strict: false });
  const navigate = useNavigate();
  const integrations = useQuery(integrationsQuery);
  const [{ connected, failed, provider = connected }] = useState(search);
  const returned = connected !== undefined || failed !== undefined;

  useEffect(() => {
    if (returned) void navigate({ to: '.', search: {}, replace: true });
  }, [returned, navigate]);

  if (!returned) return null;
  const name = integrations.data?.find((one) => one.provider === provider)?.name ?? 'The meeting platform';
  return connected === undefined ? (
    <Alert color="red" variant="light" icon={<Icon name="alert" />} mb="md" role="alert" c="inherit">
      {failureWords(failed ?? 'failed', name)}
    </Alert>
  ) : (
    <Alert color="pine" variant="light" icon={<Icon name="check" />} mb="md" role="status" c="inherit">
      {`${name} connected.`}
    </Alert>
  );
}

/** Why an attempt to connect ended without a connection, for the host, and what to do. */
export function failureWords(code: string, name: string): string {
  const words: Record<string, string> = {
    access_denied: `You didn’t grant access in ${name}. Click Connect to try again.`,
    consent_required: `${name} wants an administrator of your organisation to approve Insytical first.`,
    admin_consent_required: `${name} wants an administrator of your organisation to approve Insytical first.`,
    scopes_missing: `Some permissions were missing. Click Connect again and keep them all selected.`,
    attempt_expired: 'That took longer than ten minutes. Click Connect to start again.',
    state_unknown: 'This connection was started in another browser. Click Connect to start again.',
    state_used: 'This connection attempt was already used. Click Connect to start again.',
  };
  return words[code] ?? `${name} couldn’t be connected. Nothing was changed. Click Connect to try again.`;
}
