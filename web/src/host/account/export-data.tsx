import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Section } from '../parts/section.tsx';

/** Everything Insytical holds of this host, as a file. */
export function ExportData() {
  const exporting = useMutation({
    mutationFn: () => api.post<unknown>('/api/v1/me/export'),
    onSuccess: (data) => saveAs('insytical-export.json', JSON.stringify(data, null, 2)),
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

function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
