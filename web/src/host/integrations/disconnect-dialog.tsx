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
        tell(`${name} is disconnected.`);
        onClose();
      },
    });
  return (
    <ConfirmDialog
      opened={opened}
      title={`Disconnect ${name}?`}
      confirm="Disconnect"
      keep="Keep it connected"
      danger
      busy={disconnect.isPending}
      error={disconnect.error}
      onConfirm={confirmed}
      onClose={close}
    >
      <List spacing="xs" size="sm">
        <List.Item>Future bookings get no {name} link. Guests can still book.</List.Item>
        <List.Item>Existing bookings keep their links.</List.Item>
        <List.Item>Meetings already made at {name} are no longer moved or deleted with their bookings.</List.Item>
        <List.Item>Insytical forgets its access to your account. You can connect again whenever you like.</List.Item>
      </List>
    </ConfirmDialog>
  );
}
