import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { Integration } from '../data/integrations.ts';
import { ConnectProgress } from '../integrations/connect-progress.tsx';
import { Permissions } from '../integrations/permissions.tsx';
import { ProviderMark } from '../integrations/provider-mark.tsx';
import { useConnect } from '../integrations/use-connect.ts';

interface Props {
  readonly integrations: readonly Integration[];
  readonly onSkip: () => void;
}

/** Connect a meeting platform, or do without. */
export function ConnectStep({ integrations, onSkip }: Props) {
  const offered = integrations.filter(({ status }) => status !== 'not_configured');
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        Every confirmed booking then gets its own link by itself. One is enough.
      </Text>
      {offered.map((integration) => (
        <Platform key={integration.provider} integration={integration} />
      ))}
      <Anchor component="button" type="button" size="sm" ta="left" underline="always" onClick={onSkip}>
        I meet in person or by phone
      </Anchor>
    </Stack>
  );
}

function Platform({ integration }: { readonly integration: Integration }) {
  const connecting = useConnect(integration);
  return (
    <Stack gap="xs" role="group" aria-label={integration.name}>
      <Group gap="sm" wrap="nowrap">
        <ProviderMark provider={integration.provider} size={32} />
        <Text fw={500} flex={1}>
          {integration.name}
        </Text>
        <Button size="sm" variant="default" onClick={connecting.connect}>
          Connect
        </Button>
      </Group>
      <ConnectProgress connecting={connecting} name={integration.name} />
      <Permissions integration={integration} open={false} />
    </Stack>
  );
}
