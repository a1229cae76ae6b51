import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { type EventType, useChangeEventType } from '../data/event-types.ts';
import { tellProblem } from '../parts/tell.tsx';

/** Out of the way but not gone; their links answer kindly. */
export function ArchivedEventTypes({ eventTypes }: { readonly eventTypes: readonly EventType[] }) {
  const change = useChangeEventType();
  return (
    <>
      <Title order={2} fz="md" mt="xl" mb="sm">
        Archived
      </Title>
      <Paper withBorder>
        {eventTypes.map(({ id, title }) => (
          <Group key={id} justify="space-between" px="lg" py="sm">
            <Text>{title}</Text>
            <Button
              variant="default"
              size="xs"
              aria-label={`Restore ${title}`}
              loading={change.isPending && change.variables.id === id}
              onClick={() =>
                change.mutate(
                  { id, archived: false },
                  { onError: (error) => tellProblem(`“${title}” could not be restored`, error) },
                )
              }
            >
              Restore
            </Button>
          </Group>
        ))}
      </Paper>
    </>
  );
}
