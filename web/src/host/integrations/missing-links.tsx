import { Alert, Button, Group, Text } from '@mantine/core';
import { type Integration, useCreateMissingLinks } from '../data/integrations.ts';
import { counted } from '../parts/durations.ts';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';

/** Bookings made while the platform was not connected: the host decides whether they get links now. */
export function MissingLinks({ integration }: { readonly integration: Integration }) {
  const { provider, name, status, problem, bookingsWithoutLink: missing } = integration;
  const create = useCreateMissingLinks();
  if (problem !== null || missing === 0) return null;
  const make = () =>
    create.mutate(provider, {
      onSuccess: ({ bookings }) => tell(`${name} links are being made for ${counted(bookings, 'booking')}.`),
    });
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
            Connect {name} to create them.
          </Text>
        )}
      </Group>
      {create.isError && <ProblemNotice error={create.error} onRetry={make} />}
    </Alert>
  );
}
