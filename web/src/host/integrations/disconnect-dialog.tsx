import { List } from '@mantine/core';
import { type Integration, useDisconnect } from '../data/integrations.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { tell } from '../parts/tell.tsx';
import { t } from '../text.ts';

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
        tell(t('integrations.nowDisconnected', { name }));
        onClose();
      },
    });
  return (
    <ConfirmDialog
      opened={opened}
      title={t('integrations.disconnectTitle', { name })}
      confirm={t('integrations.disconnect')}
      keep={t('integrations.keepConnected')}
      danger
      busy={disconnect.isPending}
      error={disconnect.error}
      onConfirm={confirmed}
      onClose={close}
    >
      <List spacing="xs" size="sm">
        <List.Item>{t('integrations.noLinks', { name })}</List.Item>
        <List.Item>{t('integrations.linksStay')}</List.Item>
        <List.Item>{t('integrations.meetingsStay', { name })}</List.Item>
        <List.Item>{t('integrations.accessDeleted')}</List.Item>
      </List>
    </ConfirmDialog>
  );
}
