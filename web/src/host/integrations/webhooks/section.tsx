import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCreateWebhook, type WebhookMade, webhooksQuery } from '../../data/webhooks.ts';
import { Loading, PlainList, Section } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { NewSecret } from './new-secret.tsx';
import { WebhookRow } from './row.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { rich, t } from '../../text.ts';

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
    <Section title={t('webhooks.title')} hint={rich('webhooks.hint', { docs: <a href="/docs" /> })}>
      {webhooks.isPending && <Loading rows={1} height={56} />}
      {webhooks.isError && webhooks.data === undefined && (
        <ProblemNotice error={webhooks.error} onRetry={() => void webhooks.refetch()} retrying={webhooks.isFetching} />
      )}
      {made && <NewSecret made={made} title={t('webhooks.created')} onDone={() => setMade(undefined)} />}
      {items.length > 0 && (
        <PlainList gap="lg" label={t('webhooks.title')}>
          {items.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </PlainList>
      )}
      {isAdding && (
        <WebhookForm
          submit={t('webhooks.create')}
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
            {items.length === 0 ? t('webhooks.none') : ''}
          </Text>
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('webhooks.add')}
          </Button>
        </Group>
      )}
    </Section>
  );
}
