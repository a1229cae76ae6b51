import { ActionIcon, Menu } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type EventType, useChangeEventType, useDuplicateEventType, useRemoveEventType } from '../data/event-types.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Icon } from '../parts/icons.tsx';
import { tell, tellProblem } from '../parts/tell.tsx';

/** What is done now and then with an event type. */
export function EventTypeMenu({ eventType }: { readonly eventType: EventType }) {
  const { id, title, publicUrl, published } = eventType;
  const navigate = useNavigate();
  const duplicate = useDuplicateEventType();
  const change = useChangeEventType();
  const remove = useRemoveEventType();
  const [removing, setRemoving] = useState(false);
  const copied = () =>
    duplicate.mutate(id, {
      onSuccess: (copy) => void navigate({ to: '/scheduler/event-types/$id', params: { id: copy.id } }),
      onError: (error) => tellProblem(`“${title}” could not be duplicated`, error),
    });
  // Not by `mutate`: its callbacks end with this card, which leaves the list before they are called.
  const archived = async () => {
    try {
      await change.mutateAsync({ id, archived: true });
      tell(`“${title}” is archived. Its bookings stay as they are.`);
    } catch (error) {
      tellProblem(`“${title}” could not be archived`, error);
    }
  };
  const removed = async () => {
    try {
      await remove.mutateAsync(id);
      tell(`“${title}” is deleted.`);
    } catch {
      // The dialog says it.
    }
  };
  return (
    <>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={`More for ${title}`}>
            <Icon name="dots" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to={`/scheduler/event-types/${id}`}
            leftSection={<Icon name="pencil" size={16} />}
          >
            Edit
          </Menu.Item>
          {published && (
            <Menu.Item component="a" href={publicUrl} target="_blank" leftSection={<Icon name="out" size={16} />}>
              Open booking page
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon name="copy" size={16} />} onClick={copied}>
            Duplicate
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="archive" size={16} />} onClick={() => void archived()}>
            Archive
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="trash" size={16} />} onClick={() => setRemoving(true)}>
            Delete…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={removing}
        title={`Delete “${title}”?`}
        confirm="Delete"
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => void removed()}
        onClose={() => {
          remove.reset();
          setRemoving(false);
        }}
      >
        Its link stops working. One that was booked already can only be archived, which keeps its bookings as they are.
      </ConfirmDialog>
    </>
  );
}
