import { Badge, Box, Group, Paper, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type EventType, usePublishSwitch } from '../data/event-types.ts';
import { integrationsQuery } from '../data/integrations.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { inWords } from '../parts/durations.ts';
import { Icon } from '../parts/icons.tsx';
import { tellProblem } from '../parts/tell.tsx';
import { ticked } from '../parts/typed.ts';
import { EventTypeMenu } from './menu.tsx';
import { locationIcon, locationName } from './locations.ts';

/** One event type in the list, with what is done most: publish, copy the link. */
export function EventTypeCard({ eventType }: { readonly eventType: EventType }) {
  const { id, title, durationMinutes, location, requiresConfirmation, published, publicUrl } = eventType;
  const integrations = useQuery(integrationsQuery).data;
  const platform = integrations?.find(({ provider }) => provider === location.kind);
  const publish = usePublishSwitch();
  const switched = (on: boolean) =>
    publish.mutate(
      { id, published: on },
      {
        onError: (error) => tellProblem(`“${title}” could not be ${on ? 'published' : 'hidden'}`, error),
      },
    );
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }} component="article" aria-label={title}>
      <div className="type-card">
        <Box miw={0}>
          <Title order={2} fz="md">
            <Link to="/scheduler/event-types/$id" params={{ id }} className="row-link">
              {title}
            </Link>
          </Title>
          <Group gap="6px 16px" mt={6} c="dimmed">
            <Group gap={6} wrap="nowrap">
              <Icon name="clock" size={16} />
              <Text size="sm">{inWords(durationMinutes)}</Text>
            </Group>
            <Group gap={6} wrap="nowrap">
              <Icon name={locationIcon(location.kind)} size={16} />
              <Text size="sm">{locationName(location.kind, integrations)}</Text>
            </Group>
            {requiresConfirmation && <Badge color="gray">You confirm each</Badge>}
            {platform !== undefined && platform.status !== 'connected' && (
              <Badge color={platform.problem === null ? 'yellow' : 'red'} c="inherit">
                {platform.problem === null ? `${platform.name} is not connected` : 'Reconnect needed'}
              </Badge>
            )}
          </Group>
        </Box>
        <Group gap="sm" wrap="nowrap" className="type-tools">
          <Switch
            checked={published}
            onChange={ticked(switched)}
            label={published ? 'Published' : 'Hidden'}
            aria-label={`${published ? 'Published' : 'Hidden'}: ${title}`}
            w={118}
          />
          <CopyLink address={publicUrl} of={title} disabled={!published} />
        </Group>
        <EventTypeMenu eventType={eventType} />
      </div>
    </Paper>
  );
}
