import { Alert, Anchor, Button, Group, Loader, Text } from '@mantine/core';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { failureWords } from './failure-words.ts';
import type { Connecting } from './use-connect.ts';

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
          <Text size="sm">Opening {name}…</Text>
        </Group>
      );
    case 'waiting':
      return (
        <Alert color="pine" variant="light" icon={<Loader size="xs" aria-hidden />} role="status" c="inherit">
          <Text size="sm">Finish in the other window. This card updates by itself.</Text>
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
