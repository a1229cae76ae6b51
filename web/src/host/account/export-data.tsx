import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { saveJson } from '../../shared/save-file.ts';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Section } from '../parts/section.tsx';

/** Everything Insytical holds of this host, as a file. */
export function ExportData() {
  const exporting = useMutation({
    mutationFn: () => api.post<unknown>('/api/v1/me/export'),
    onSuccess: (data) => saveJson('insytical-export.json', data),
  });
  return (
    <Section title="Your data">
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 260px">
          Everything Insytical holds about you, your event types and your bookings, as one JSON file.
        </Text>
        <Button
          variant="default"
          leftSection={<Icon name="download" size={16} />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          Export my data
        </Button>
      </Group>
      {exporting.isError && <ProblemNotice error={exporting.error} onRetry={() => exporting.mutate()} />}
    </Section>
  );
}
