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
    tell('Your webhook was saved.');
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
        {events.length === 1 ? '1 event' : `${events.length} events`}
      </Text>
      {PAUSED[webhook.pauseCause ?? 'host'] !== undefined && state === 'paused' && (
        <Alert color="yellow" variant="light" icon={<Icon name="alert" />} c="inherit" mt="xs">
          <Text size="sm">{PAUSED[webhook.pauseCause ?? 'host']}</Text>
        </Alert>
      )}
      <Actions webhook={webhook} open={open} onOpen={setOpen} />
      {rotated && <NewSecret made={rotated} title="The secret was replaced" onDone={() => setRotated(undefined)} />}
      {open === 'edit' && (
        <WebhookForm
          submit="Save webhook"
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

const PAUSED: Readonly<Record<NonNullable<WebhookView['pauseCause']>, string>> = {
  host: 'Paused. What happens now is kept for 30 days and sent once you resume it.',
  failing:
    'Paused after three days of failed deliveries. Check your system, then resume it: what it missed is sent then.',
  gone: 'Paused, because your system answered that it’s gone (410). Resume it to send what it missed.',
};

function StateBadge({ webhook: { state, failingSince } }: { readonly webhook: WebhookView }) {
  const [color, words] =
    state === 'paused' ? ['yellow', 'Paused'] : failingSince === null ? ['pine', 'Active'] : ['red', 'Failing'];
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
        onSuccess: () => tell(isPaused ? 'The webhook was resumed.' : 'The webhook was paused.'),
        onError: (error) => tellProblem('The webhook wasn’t changed', error),
      },
    );
  const tested = () =>
    test.mutate(undefined, {
      onSuccess: () => {
        tell('A test event is on its way.');
        onOpen('log');
      },
      onError: (error) => tellProblem('The test event wasn’t sent', error),
    });
  const shape = { variant: 'default', size: 'compact-md' } as const;
  return (
    <Group gap="xs" mt="xs" mb="xs">
      <Button
        {...shape}
        aria-expanded={open === 'log'}
        aria-label={`Deliveries to ${url}`}
        onClick={() => onOpen(open === 'log' ? null : 'log')}
      >
        Deliveries
      </Button>
      {!isPaused && (
        <Button {...shape} loading={test.isPending} onClick={tested} aria-label={`Send test event to ${url}`}>
          Send test event
        </Button>
      )}
      <Button {...shape} onClick={() => onOpen('edit')} aria-label={`Edit the webhook ${url}`}>
        Edit
      </Button>
      <Button
        {...shape}
        loading={change.isPending}
        onClick={toggled}
        aria-label={`${isPaused ? 'Resume' : 'Pause'} the webhook ${url}`}
      >
        {isPaused ? 'Resume' : 'Pause'}
      </Button>
      <Button {...shape} onClick={() => onOpen('rotate')} aria-label={`Replace secret of ${url}`}>
        Replace secret…
      </Button>
      <Button
        variant="subtle"
        size="compact-md"
        onClick={() => onOpen('delete')}
        aria-label={`Delete the webhook ${url}`}
      >
        Delete…
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
      title="Delete this webhook?"
      confirm="Delete webhook"
      danger
      busy={deleting.isPending}
      error={deleting.error}
      onConfirm={() => deleting.mutate(undefined, { onSuccess: () => tell('The webhook was deleted.') })}
      onClose={onClose}
    >
      Nothing more is sent to it, and the log of its deliveries is deleted.
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
      title="Replace the secret?"
      confirm="Replace secret"
      busy={rotating.isPending}
      error={rotating.error}
      onConfirm={() => rotating.mutate(undefined, { onSuccess: rotated })}
      onClose={onClose}
    >
      You get a new secret. The present one works beside it for 24 hours, so that you can change your system meanwhile.
    </ConfirmDialog>
  );
}
