import { Box, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { integrationsQuery } from '../data/integrations.ts';
import { Loading, Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { IntegrationCard } from './card.tsx';
import { ReturnedNotice } from './connect-progress.tsx';
import { WebhooksSection } from './webhooks/section.tsx';

/** Settings → Integrations. */
export function IntegrationsPage() {
  const integrations = useQuery(integrationsQuery);
  return (
    <Page
      title="Integrations"
      intro="Every confirmed booking gets its own meeting link, saved on the booking and emailed to you and your guest."
    >
      <ReturnedNotice />
      <Title order={2} fz="lg" mb="sm">
        Meeting platforms
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
        See our <a href="/privacy">privacy policy</a> for what we read and keep, and the <a href="/help">help page</a>{' '}
        for how meeting platforms work. Trouble? <a href="/support">Contact support</a>.
      </Text>
    </Page>
  );
}
