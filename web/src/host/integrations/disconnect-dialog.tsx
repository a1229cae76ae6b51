import { List } from '@mantine/core';
import { type Integration, useDisconnect } from '../data/integrations.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { tell } from '../parts/tell.tsx';

interface Props {
  readonly integration: Integration;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says what disconnecting will do before it is done. */
export function DisconnectDialog({ integration: { provider, name }, opened, onClose }: Props) {
  const disconnect = useDisconnect();
  const close = () => {
    disconnect.reset();
    onClose();
  };
  const confirmed = () =>
    disconnect.mutate(provider, {
      onSuccess: () => {
        tell(`${name} disconnected.`);
        onClose();
      },
    });
  return (
    <ConfirmDialog
      opened={opened}
      title={`Disconnect ${name}?`}
      confirm="Disconnect"
      keep="Keep connected"
      danger
      busy={disconnect.isPending}
      error={disconnect.error}
      onConfirm={confirmed}
      onClose={close}
    >
      <List spacing="xs" size="sm">
        <List.Item>Future bookings get no {name} link. Guests can still book.</List.Item>
        <List.Item>Existing bookings keep their links.</List.Item>
        <List.Item>Existing {name} meetings no longer move or get deleted with their bookings.</List.Item>
        <List.Item>Insytical deletes its access to your account. You can reconnect anytime.</List.Item>
      </List>
    </ConfirmDialog>
  );
}
