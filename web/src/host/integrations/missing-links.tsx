import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { type Integration, useCreateMissingLinks } from '../data/integrations.ts';
import { counted } from '../parts/durations.ts';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useLinksInTheMaking } from './use-links-in-the-making.ts';

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
        <Text size="sm">
          {counted(missing, 'link')} {missing === 1 ? 'is' : 'are'} being made, soonest meeting first, and mailed to
          your {missing === 1 ? 'guest' : 'guests'}.
        </Text>
      </Alert>
    );
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="link" />} c="inherit">
      <Group gap="sm" justify="space-between">
        <Text size="sm">
          {counted(missing, 'upcoming booking')} {missing === 1 ? 'has' : 'have'} no link
        </Text>
        {status === 'connected' ? (
          <Button size="xs" onClick={make} loading={create.isPending}>
            Create links
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            Connect {name} to create {missing === 1 ? 'it' : 'them'}.
          </Text>
        )}
      </Group>
      {create.isError && <ProblemNotice error={create.error} onRetry={make} />}
    </Alert>
  );
}
