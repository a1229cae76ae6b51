import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCreateWebhook, type WebhookMade, webhooksQuery } from '../../data/webhooks.ts';
import { Loading, Section } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { NewSecret } from './new-secret.tsx';
import { WebhookRow } from './row.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** Webhooks: systems of the host that are told of bookings as they change. */
export function WebhooksSection() {
  const webhooks = useQuery(webhooksQuery);
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<WebhookMade>();
  const create = useCreateWebhook();
  const items = webhooks.data ?? [];
  const added = (webhook: WebhookMade) => {
    setAdding(false);
    setMade(webhook);
  };
  return (
    <Section
      title="Webhooks"
      hint={
        <>
          Have your own systems, such as a CRM, Zapier or n8n, told of bookings as they change. The{' '}
          <a href="/docs">API reference</a> says how to read and verify what they get.
        </>
      }
    >
      {webhooks.isPending && <Loading rows={1} height={56} />}
      {webhooks.isError && webhooks.data === undefined && (
        <ProblemNotice error={webhooks.error} onRetry={() => void webhooks.refetch()} retrying={webhooks.isFetching} />
      )}
      {made && <NewSecret made={made} title="Your webhook was created" onDone={() => setMade(undefined)} />}
      {items.length > 0 && (
        <Stack component="ul" gap="lg" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Webhooks">
          {items.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </Stack>
      )}
      {isAdding && (
        <WebhookForm
          submit="Create webhook"
          error={create.error}
          isPending={create.isPending}
          onSubmit={(wanted) => create.mutate(wanted, { onSuccess: added })}
          onCancel={() => {
            create.reset();
            setAdding(false);
          }}
        />
      )}
      {webhooks.data && !isAdding && (
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed">
            {items.length === 0 ? 'You have no webhooks.' : ''}
          </Text>
          <Button variant="default" onClick={() => setAdding(true)}>
            Add webhook
          </Button>
        </Group>
      )}
    </Section>
  );
}
