import { Alert, Anchor, Button, Group, Loader, Text } from '@mantine/core';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { Connecting } from './use-connect.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { integrationsQuery } from '../data/integrations.ts';
import { rich, t } from '../text.ts';

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
          <Text size="sm">{t('integrations.opening', { name })}</Text>
        </Group>
      );
    case 'waiting':
      return (
        <Alert color="pine" variant="light" icon={<Loader size="xs" aria-hidden />} role="status" c="inherit">
          <Text size="sm">{t('integrations.finishThere')}</Text>
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={connect}>
              {t('integrations.openAgain')}
            </Button>
            <Button size="xs" variant="default" onClick={continueHere}>
              {t('integrations.continueHere')}
            </Button>
            <Button size="xs" variant="subtle" onClick={cancel}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Alert>
      );
    case 'blocked':
      return (
        <Alert color="yellow" variant="light" icon={<Icon name="alert" />} role="alert" c="inherit">
          <Text size="sm">{t('integrations.allowPopups', { site: window.location.host })}</Text>
          <Text size="sm" mt={4}>
            {rich('integrations.orContinueHere', {
              button: (
                <Anchor component="button" type="button" size="sm" fw={600} td="underline" onClick={continueHere} />
              ),
            })}
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
  const name = integrations.data?.find((one) => one.provider === provider)?.name ?? t('integrations.aPlatform');
  return connected === undefined ? (
    <Alert color="red" variant="light" icon={<Icon name="alert" />} mb="md" role="alert" c="inherit">
      {failureWords(failed ?? 'failed', name)}
    </Alert>
  ) : (
    <Alert color="pine" variant="light" icon={<Icon name="check" />} mb="md" role="status" c="inherit">
      {t('integrations.nowConnected', { name })}
    </Alert>
  );
}

/** Why an attempt to connect ended without a connection, for the host, and what to do. */
export function failureWords(code: string, name: string): string {
  const words: Record<string, string> = {
    access_denied: t('integrations.failed.denied', { name }),
    consent_required: t('integrations.failed.administrator', { name }),
    admin_consent_required: t('integrations.failed.administrator', { name }),
    scopes_missing: t('integrations.failed.scopes'),
    attempt_expired: t('integrations.failed.expired'),
    state_unknown: t('integrations.failed.unknown'),
    state_used: t('integrations.failed.used'),
  };
  return words[code] ?? t('integrations.failed.other', { name });
}
