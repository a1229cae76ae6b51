import { Box, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { integrationsQuery } from '../data/integrations.ts';
import { Loading, Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { IntegrationCard } from './card.tsx';
import { ReturnedNotice } from './connect-progress.tsx';
import { WebhooksSection } from './webhooks/section.tsx';
import { rich, t } from '../text.ts';

/** Settings → Integrations. */
export function IntegrationsPage() {
  const integrations = useQuery(integrationsQuery);
  return (
    <Page title={t('shell.integrations')} intro={t('integrations.intro')}>
      <ReturnedNotice />
      <Title order={2} fz="lg" mb="sm">
        {t('integrations.platforms')}
      </Title>
      {integrations.isPending && <Loading rows={3} height={148} />}
      {integrations.isError && integrations.data === undefined && (
        <ProblemNotice
          error={integrations.error}
          onRetry={() => void integrations.refetch()}
          retrying={integrations.isFetching}
        />
      )}
      <Stack gap="md">
        {integrations.data?.map((integration) => (
          <IntegrationCard key={integration.provider} integration={integration} />
        ))}
      </Stack>
      <Box mt="xl">
        <WebhooksSection />
      </Box>
      <Text size="sm" c="dimmed" mt="lg">
        {rich('integrations.more', {
          privacy: <a href="/privacy" />,
          help: <a href="/help" />,
          support: <a href="/support" />,
        })}
      </Text>
    </Page>
  );
}
