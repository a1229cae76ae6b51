import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { EventType } from '../data/event-types.ts';
import { CopyLink } from '../parts/copy-link.tsx';

interface Props {
  readonly published: EventType | undefined;
  readonly onShared: () => void;
}

/** Copy the link of a published event type. */
export function ShareStep({ published, onShared }: Props) {
  if (published === undefined)
    return (
      <Group gap="sm">
        <Text size="sm" flex="1 1 220px">
          Create an event type, for instance a 30-minute call, and publish it.
        </Text>
        <Button component={Link} to="/scheduler/event-types/new">
          New event type
        </Button>
      </Group>
    );
  return (
    <Group gap="sm">
      <Anchor href={published.publicUrl} target="_blank" flex="1 1 220px">
        {published.publicUrl}
      </Anchor>
      <CopyLink address={published.publicUrl} of={published.title} variant="filled" onCopied={onShared} />
    </Group>
  );
}
