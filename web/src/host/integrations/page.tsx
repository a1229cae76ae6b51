import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { integrationsQuery } from '../data/integrations.ts';
import { Loading, Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { IntegrationCard } from './card.tsx';
import { ReturnedNotice } from './connect-progress.tsx';

/** Settings → Integrations. */
export function IntegrationsPage() {
  const integrations = useQuery(integrationsQuery);
  return (
    <Page
      title="Integrations"
      intro="Connect where you meet. Every confirmed booking then gets its own meeting link, saved on the booking and mailed to you and your guest."
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
      <Text size="sm" c="dimmed" mt="lg">
        What Insytical reads, stores and for how long is in our <a href="/privacy">privacy policy</a>. How platforms
        work with bookings is on the <a href="/help">help page</a>. Something does not work?{' '}
        <a href="/support">Ask our support</a>.
      </Text>
    </Page>
  );
}
