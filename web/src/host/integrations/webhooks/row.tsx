import { Alert, Badge, Box, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import {
  useChangeWebhook,
  useDeleteWebhook,
  useRotateSecret,
  useSendTest,
  type WebhookMade,
  type WebhookView,
} from '../../data/webhooks.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Icon } from '../../parts/icons.tsx';
import { tell, tellProblem } from '../../parts/tell.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { NewSecret } from './new-secret.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { t, type Words } from '../../text.ts';

type Open = 'log' | 'edit' | 'delete' | 'rotate' | null;

/** One webhook: how it stands, and what can be done with it. */
export function WebhookRow({ webhook }: { readonly webhook: WebhookView }) {
  const { id, url, events, state } = webhook;
  const [open, setOpen] = useState<Open>(null);
  const [rotated, setRotated] = useState<WebhookMade>();
  const change = useChangeWebhook(id);
  const close = () => setOpen(null);
  const edited = () => {
    close();
    tell(t('webhooks.saved'));
  };
  return (
    <Box component="li">
      <Group gap="xs">
        <Text fw={550} translate="no" style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Text>
        <StateBadge webhook={webhook} />
      </Group>
      <Text size="sm" c="dimmed">
        {t('webhooks.events', { count: events.length })}
      </Text>
      {state === 'paused' && (
        <Alert color="yellow" variant="light" icon={<Icon name="alert" />} c="inherit" mt="xs">
          <Text size="sm">{t(PAUSED[webhook.pauseCause ?? 'host'])}</Text>
        </Alert>
      )}
      <Actions webhook={webhook} open={open} onOpen={setOpen} />
      {rotated && (
        <NewSecret made={rotated} title={t('webhooks.secretReplaced')} onDone={() => setRotated(undefined)} />
      )}
      {open === 'edit' && (
        <WebhookForm
          submit={t('webhooks.save')}
          url={url}
          events={events}
          error={change.error}
          isPending={change.isPending}
          onSubmit={(wanted) => change.mutate(wanted, { onSuccess: edited })}
          onCancel={close}
        />
      )}
      {open === 'log' && <DeliveryLog webhook={webhook} />}
      <DeleteDialog webhook={webhook} opened={open === 'delete'} onClose={close} />
      <RotateDialog webhook={webhook} opened={open === 'rotate'} onClose={close} onRotated={setRotated} />
    </Box>
  );
}

const PAUSED: Readonly<Record<NonNullable<WebhookView['pauseCause']>, Words>> = {
  host: 'webhooks.pausedByHost',
  failing: 'webhooks.pausedFailing',
  gone: 'webhooks.pausedGone',
};

function StateBadge({ webhook: { state, failingSince } }: { readonly webhook: WebhookView }) {
  const [color, words] =
    state === 'paused'
      ? ['yellow', t('webhooks.paused')]
      : failingSince === null
        ? ['pine', t('webhooks.active')]
        : ['red', t('webhooks.failing')];
  return (
    <Badge variant="light" tt="none" color={color} c="inherit">
      {words}
    </Badge>
  );
}

interface ActionsProps {
  readonly webhook: WebhookView;
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
}

function Actions({ webhook: { id, url, state }, open, onOpen }: ActionsProps) {
  const change = useChangeWebhook(id);
  const test = useSendTest(id);
  const isPaused = state === 'paused';
  const toggled = () =>
    change.mutate(
      { state: isPaused ? 'active' : 'paused' },
      {
        onSuccess: () => tell(isPaused ? t('webhooks.nowResumed') : t('webhooks.nowPaused')),
        onError: (error) => tellProblem(t('webhooks.notChanged'), error),
      },
    );
  const tested = () =>
    test.mutate(undefined, {
      onSuccess: () => {
        tell(t('webhooks.testOnItsWay'));
        onOpen('log');
      },
      onError: (error) => tellProblem(t('webhooks.testNotSent'), error),
    });
  const shape = { variant: 'default', size: 'compact-md' } as const;
  return (
    <Group gap="xs" mt="xs" mb="xs">
      <Button
        {...shape}
        aria-expanded={open === 'log'}
        aria-label={t('webhooks.deliveriesTo', { url })}
        onClick={() => onOpen(open === 'log' ? null : 'log')}
      >
        {t('webhooks.deliveries')}
      </Button>
      {!isPaused && (
        <Button {...shape} loading={test.isPending} onClick={tested} aria-label={t('webhooks.sendTestTo', { url })}>
          {t('webhooks.sendTest')}
        </Button>
      )}
      <Button {...shape} onClick={() => onOpen('edit')} aria-label={t('webhooks.editLabel', { url })}>
        {t('common.edit')}
      </Button>
      <Button
        {...shape}
        loading={change.isPending}
        onClick={toggled}
        aria-label={t(isPaused ? 'webhooks.resumeLabel' : 'webhooks.pauseLabel', { url })}
      >
        {isPaused ? t('webhooks.resume') : t('webhooks.pause')}
      </Button>
      <Button {...shape} onClick={() => onOpen('rotate')} aria-label={t('webhooks.replaceLabel', { url })}>
        {t('webhooks.replaceAsk')}
      </Button>
      <Button
        variant="subtle"
        size="compact-md"
        onClick={() => onOpen('delete')}
        aria-label={t('webhooks.deleteLabel', { url })}
      >
        {t('common.deleteAsk')}
      </Button>
    </Group>
  );
}

interface DialogProps {
  readonly webhook: WebhookView;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function DeleteDialog({ webhook: { id }, opened, onClose }: DialogProps) {
  const deleting = useDeleteWebhook(id);
  return (
    <ConfirmDialog
      opened={opened}
      title={t('webhooks.deleteTitle')}
      confirm={t('webhooks.delete')}
      danger
      busy={deleting.isPending}
      error={deleting.error}
      onConfirm={() => deleting.mutate(undefined, { onSuccess: () => tell(t('webhooks.deleted')) })}
      onClose={onClose}
    >
      {t('webhooks.deleteHint')}
    </ConfirmDialog>
  );
}

function RotateDialog({
  webhook: { id },
  opened,
  onClose,
  onRotated,
}: DialogProps & { readonly onRotated: (made: WebhookMade) => void }) {
  const rotating = useRotateSecret(id);
  const rotated = (made: WebhookMade) => {
    onClose();
    onRotated(made);
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={t('webhooks.replaceTitle')}
      confirm={t('webhooks.replace')}
      busy={rotating.isPending}
      error={rotating.error}
      onConfirm={() => rotating.mutate(undefined, { onSuccess: rotated })}
      onClose={onClose}
    >
      {t('webhooks.replaceHint')}
    </ConfirmDialog>
  );
}
