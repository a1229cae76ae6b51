import { ActionIcon, Badge, Box, Group, Menu, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import {
  type EventType,
  useChangeEventType,
  useDuplicateEventType,
  useRemoveEventType,
  useVisibility,
} from '../data/event-types.ts';
import { integrationsQuery } from '../data/integrations.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { inWords } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { tell, tellProblem } from '../parts/tell.tsx';
import { lengthsOf } from './values.ts';
import { locationIcon, placesText } from './locations.ts';
import { VISIBILITIES, visibilityOf } from './visibility.ts';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { t } from '../text.ts';

interface CardProps {
  readonly eventType: EventType;
  /** Undefined where it is the first already. */
  readonly onMoveUp: (() => void) | undefined;
  readonly onMoveDown: (() => void) | undefined;
  /** By which the card is dragged to another place. */
  readonly handle: ReactNode;
}

/** One event type in the list, with what is done most: choose who sees it, copy the link. */
export function EventTypeCard({ eventType, handle, onMoveUp, onMoveDown }: CardProps) {
  const { id, title, durationMinutes, furtherDurations, location, furtherLocations } = eventType;
  const { requiresConfirmation, visibility, publicUrl } = eventType;
  const integrations = useQuery(integrationsQuery).data;
  const platform = integrations?.find(
    ({ provider, status }) =>
      status !== 'connected' && [location, ...furtherLocations].some(({ kind }) => kind === provider),
  );
  const choose = useVisibility();
  const chosen = (value: string) =>
    choose.mutate(
      { eventType, visibility: visibilityOf(value) },
      { onError: (error) => tellProblem(t('types.notShown', { title }), error) },
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
              <Text size="sm">{lengthsOf({ durationMinutes, furtherDurations }).map(inWords).join(', ')}</Text>
            </Group>
            <Group gap={6} wrap="nowrap">
              <Icon name={locationIcon(location.kind)} size={16} />
              <Text size="sm">{placesText(eventType, integrations)}</Text>
            </Group>
            {requiresConfirmation && <Badge color="gray">{t('types.needsApproval')}</Badge>}
            {platform !== undefined && (
              <Badge color={platform.problem === null ? 'yellow' : 'red'} c="inherit">
                {platform.problem === null
                  ? t('types.notConnected', { name: platform.name })
                  : t('integrations.reconnectNeeded')}
              </Badge>
            )}
          </Group>
        </Box>
        <Group gap="sm" wrap="nowrap" className="type-tools">
          <NativeSelect
            aria-label={t('types.visibilityOf', { title })}
            data={VISIBILITIES.map(({ value, label }) => ({ value, label: t(label) }))}
            value={visibility}
            onChange={({ currentTarget }) => chosen(currentTarget.value)}
            w={118}
          />
          <CopyLink address={publicUrl} of={title} disabled={visibility === 'off'} />
        </Group>
        <Group gap="xs" wrap="nowrap">
          <ActionIcon
            component={Link}
            to={`/scheduler/event-types?share=${id}`}
            variant="default"
            size={36}
            aria-label={t('types.share', { title })}
          >
            <Icon name="share" />
          </ActionIcon>
          <EventTypeMenu eventType={eventType} onMoveUp={onMoveUp} onMoveDown={onMoveDown} />
          {handle}
        </Group>
      </div>
    </Paper>
  );
}

/** What is done now and then with an event type. */
function EventTypeMenu({ eventType, onMoveUp, onMoveDown }: Omit<CardProps, 'handle'>) {
  const { id, title, publicUrl, published } = eventType;
  const navigate = useNavigate();
  const duplicate = useDuplicateEventType();
  const change = useChangeEventType();
  const remove = useRemoveEventType();
  const [removing, setRemoving] = useState(false);
  const copied = () =>
    duplicate.mutate(id, {
      onSuccess: (copy) => void navigate({ to: '/scheduler/event-types/$id', params: { id: copy.id } }),
      onError: (error) => tellProblem(t('types.notDuplicated', { title }), error),
    });
  // Not by `mutate`: its callbacks end with this card, which leaves the list before they are called.
  const archived = async () => {
    try {
      await change.mutateAsync({ id, archived: true });
      tell(t('types.archived', { title }));
    } catch (error) {
      tellProblem(t('types.notArchived', { title }), error);
    }
  };
  const removed = async () => {
    try {
      await remove.mutateAsync(id);
      tell(t('availability.deleted', { name: title }));
    } catch {
      // The dialog says it.
    }
  };
  return (
    <>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('types.more', { title })}>
            <Icon name="dots" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to={`/scheduler/event-types/${id}`}
            leftSection={<Icon name="pencil" size={16} />}
          >
            {t('common.edit')}
          </Menu.Item>
          {published && (
            <Menu.Item component="a" href={publicUrl} target="_blank" leftSection={<Icon name="out" size={16} />}>
              {t('types.openPage')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon name="copy" size={16} />} onClick={copied}>
            {t('types.duplicate')}
          </Menu.Item>
          {onMoveUp && (
            <Menu.Item leftSection={<Icon name="up" size={16} />} onClick={onMoveUp}>
              {t('types.moveUp')}
            </Menu.Item>
          )}
          {onMoveDown && (
            <Menu.Item leftSection={<Icon name="down" size={16} />} onClick={onMoveDown}>
              {t('types.moveDown')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon name="archive" size={16} />} onClick={() => void archived()}>
            {t('types.archive')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="trash" size={16} />} onClick={() => setRemoving(true)}>
            {t('common.deleteAsk')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={removing}
        title={t('common.deleteTitle', { name: title })}
        confirm={t('common.delete')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => void removed()}
        onClose={() => {
          remove.reset();
          setRemoving(false);
        }}
      >
        {t('types.deleteHint')}
      </ConfirmDialog>
    </>
  );
}
