import { Badge, Box, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { deliveriesQuery, type DeliveryView, useSendAgain, type WebhookView } from '../../data/webhooks.ts';
import { fromNow } from '../../parts/dates.ts';
import { Loading, PlainList } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { said } from '../../parts/said.ts';
import { tell, tellProblem } from '../../parts/tell.tsx';
import { t } from '../../text.ts';

/** What was sent to a webhook in the last 30 days, and what it answered. */
export function DeliveryLog({ webhook }: { readonly webhook: WebhookView }) {
  const log = useInfiniteQuery(deliveriesQuery(webhook.id));
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  if (log.isPending) return <Loading rows={2} height={48} />;
  if (log.isError && log.data === undefined)
    return <ProblemNotice error={log.error} onRetry={() => void log.refetch()} retrying={log.isFetching} />;
  if (items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('webhooks.nothingSent')}
      </Text>
    );
  return (
    <Stack gap="sm">
      <PlainList label={t('webhooks.deliveriesTo', { url: webhook.url })}>
        {items.map((delivery) => (
          <DeliveryItem key={delivery.id} webhook={webhook} delivery={delivery} />
        ))}
      </PlainList>
      {log.hasNextPage && (
        <Group>
          <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t('webhooks.showOlder')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface ItemProps {
  readonly webhook: WebhookView;
  readonly delivery: DeliveryView;
}

function DeliveryItem({ webhook, delivery }: ItemProps) {
  const sendAgain = useSendAgain(webhook.id);
  const sent = () =>
    sendAgain.mutate(delivery.id, {
      onSuccess: () => tell(t('webhooks.onItsWay')),
      onError: (error) => tellProblem(t('webhooks.notSentAgain'), error),
    });
  const { type, createdAt, request, answer, problem } = delivery;
  return (
    <Box component="li">
      <Group justify="space-between" gap="xs">
        <Group gap="xs" miw={0}>
          <Text size="sm" fw={550} translate="no">
            {type}
          </Text>
          <OutcomeBadge delivery={delivery} />
          <Text size="sm" c="dimmed">
            {fromNow(createdAt)}
          </Text>
        </Group>
        {webhook.state === 'active' && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={sendAgain.isPending}
            onClick={sent}
            aria-label={t('webhooks.sendAgainLabel', { type, when: fromNow(createdAt) })}
          >
            {t('common.sendAgain')}
          </Button>
        )}
      </Group>
      {problem !== null && <Text size="sm">{said(problem.text, problem.says)}</Text>}
      <details>
        <summary>
          <Text span size="sm">
            {t('webhooks.requestAndAnswer')}
          </Text>
        </summary>
        <Code block translate="no" tabIndex={0} aria-label={t('webhooks.requestOf', { type })} style={SCROLLING}>
          {JSON.stringify(request.body, null, 2)}
        </Code>
        {answer !== null && (
          <Code
            block
            mt="xs"
            translate="no"
            tabIndex={0}
            aria-label={t('webhooks.answerTo', { type })}
            style={SCROLLING}
          >
            {`${t('webhooks.answered', { status: answer.status, milliseconds: answer.durationMs })}\n${answer.body}`}
          </Code>
        )}
      </details>
    </Box>
  );
}

const SCROLLING = { maxHeight: 320, overflow: 'auto' } as const;

function OutcomeBadge({ delivery: { state, attempts, nextTryAt } }: { readonly delivery: DeliveryView }) {
  const [color, words] =
    state === 'delivered'
      ? ['pine', t('webhooks.delivered')]
      : state === 'failed'
        ? ['red', t('webhooks.failed')]
        : attempts === 0
          ? ['gray', t('webhooks.waiting')]
          : [
              'yellow',
              nextTryAt === null
                ? t('webhooks.nextSoon', { attempts })
                : t('webhooks.next', { attempts, when: fromNow(nextTryAt) }),
            ];
  return (
    <Badge variant="light" tt="none" color={color} c="inherit">
      {words}
    </Badge>
  );
}
