import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { api } from '../../shared/api.ts';
import { saveJson } from '../../shared/save-file.ts';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Section } from '../parts/section.tsx';
import { ConfirmPassword } from './confirm-password.tsx';
import { useConfirmed } from './use-confirmed.ts';

/** Everything Insytical holds of this host, as a file. */
export function ExportData() {
  const exporting = useConfirmed(
    (proof) => api.post<unknown>('/api/v1/me/export', proof),
    (data) => saveJson('insytical-export.json', data),
  );
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    exporting.run();
  };
  return (
    <Section title="Your data">
      <Stack component="form" onSubmit={submitted}>
        {exporting.isAsked && <ConfirmPassword {...exporting.field} />}
        <Group justify="space-between" gap="sm">
          <Text size="sm" flex="1 1 260px">
            Everything Insytical holds about you, your event types and your bookings, as one JSON file.
          </Text>
          <Button
            type="submit"
            variant="default"
            leftSection={<Icon name="download" size={16} />}
            loading={exporting.isPending}
          >
            Export my data
          </Button>
        </Group>
      </Stack>
      {exporting.error !== null && <ProblemNotice error={exporting.error} onRetry={exporting.run} />}
    </Section>
  );
}
