import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { type Integration, useCreateMissingLinks } from '../data/integrations.ts';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useEffect, useState } from 'react';
import { t } from '../text.ts';

/** Bookings made while the platform was not connected: the host decides whether they get links now. */
export function MissingLinks({ integration }: { readonly integration: Integration }) {
  const { provider, name, status, problem, bookingsWithoutLink: missing } = integration;
  const create = useCreateMissingLinks();
  const making = useLinksInTheMaking(integration);
  if (problem !== null || missing === 0) return null;
  const make = () => create.mutate(provider, { onSuccess: making.begin });
  if (making.isOn)
    return (
      <Alert color="pine" variant="light" icon={<Loader size="xs" aria-hidden />} role="status" c="inherit">
        <Text size="sm">{t('integrations.creating', { count: missing })}</Text>
      </Alert>
    );
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="link" />} c="inherit">
      <Group gap="sm" justify="space-between">
        <Text size="sm">{t('integrations.haveNoLink', { count: missing })}</Text>
        {status === 'connected' ? (
          <Button size="xs" onClick={make} loading={create.isPending}>
            {t('integrations.createLinks')}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {t('integrations.connectToCreate', { name, count: missing })}
          </Text>
        )}
      </Group>
      {create.isError && <ProblemNotice error={create.error} onRetry={make} />}
    </Alert>
  );
}

/** After this long without the last link, the host may ask again. */
const PATIENCE_MS = 60_000;

/** Whether missing links are on their way: the host asked for them, or a reconnect brings them by itself. */
function useLinksInTheMaking({ problem }: Pick<Integration, 'problem'>) {
  const [isOn, setOn] = useState(false);
  const [hadProblem, setHadProblem] = useState(problem !== null);
  if (hadProblem !== (problem !== null)) {
    setHadProblem(problem !== null);
    setOn(problem === null);
  }
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setOn(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isOn]);
  return { isOn, begin: () => setOn(true) };
}
