import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../shared/api.ts';
import { saveJson } from '../../shared/save-file.ts';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Section } from '../parts/page.tsx';
import { ConfirmPassword, useConfirmed } from './confirm-password.tsx';
import type { Me } from '../data/me.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { typed } from '../parts/inputs.tsx';

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

/** Ends the account, after the host has typed their address once more. */
export function DeleteAccount({ me }: { readonly me: Me }) {
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const removing = useConfirmed(
    (proof) => api.delete('/api/v1/me', proof),
    () => window.location.assign('/login'),
  );
  const close = () => {
    setAsking(false);
    setSaid('');
    removing.reset();
  };
  return (
    <Section title="Delete your account">
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 260px">
          Takes your booking page offline and erases your data.
        </Text>
        <Button variant="outline" color="red" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
          Delete account…
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        title="Delete your account?"
        confirm="Delete my account"
        keep="Keep account"
        danger
        busy={removing.isPending}
        disabled={said.trim().toLowerCase() !== me.email.toLowerCase()}
        error={removing.error}
        onConfirm={removing.run}
        onClose={close}
      >
        <Stack gap="sm">
          <List size="sm" spacing={4}>
            <List.Item>Your booking page and its links stop working.</List.Item>
            <List.Item>
              Upcoming bookings are cancelled: their meetings are deleted and your guests are emailed.
            </List.Item>
            <List.Item>Your meeting platforms are disconnected, and your data is erased.</List.Item>
            <List.Item>This cannot be undone. Export your data first if you might need it.</List.Item>
          </List>
          <TextInput label={`Type ${me.email} to confirm`} autoComplete="off" value={said} onChange={typed(setSaid)} />
          {removing.isAsked && <ConfirmPassword {...removing.field} />}
        </Stack>
      </ConfirmDialog>
    </Section>
  );
}
