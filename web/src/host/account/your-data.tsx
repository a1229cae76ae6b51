import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../data/api.ts';
import { saveJson } from '../../shared/save-file.ts';
import { Icon } from '../parts/icons.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Section } from '../parts/page.tsx';
import { ConfirmPassword, useConfirmed } from './confirm-password.tsx';
import type { Me } from '../data/me.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { typed } from '../parts/inputs.tsx';
import { t } from '../text.ts';

/** Everything Insytical holds of this host, as a file. */
export function ExportData() {
  const exporting = useConfirmed(
    (proof) => api.post('/api/v1/me/export', { body: proof }),
    (data) => saveJson('insytical-export.json', data),
  );
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    exporting.run();
  };
  return (
    <Section title={t('account.data.title')}>
      <Stack component="form" onSubmit={submitted}>
        {exporting.isAsked && <ConfirmPassword {...exporting.field} />}
        <Group justify="space-between" gap="sm">
          <Text size="sm" flex="1 1 260px">
            {t('account.data.hint')}
          </Text>
          <Button
            type="submit"
            variant="default"
            leftSection={<Icon name="download" size={16} />}
            loading={exporting.isPending}
          >
            {t('account.data.export')}
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
    (proof) => api.delete('/api/v1/me', { body: proof }),
    () => window.location.assign('/login'),
  );
  const close = () => {
    setAsking(false);
    setSaid('');
    removing.reset();
  };
  return (
    <Section title={t('account.delete.title')}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 260px">
          {t('account.delete.hint')}
        </Text>
        <Button variant="outline" color="red" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
          {t('account.delete.ask')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        title={t('account.delete.question')}
        confirm={t('account.delete.confirm')}
        keep={t('account.delete.keep')}
        danger
        busy={removing.isPending}
        disabled={said.trim().toLowerCase() !== me.email.toLowerCase()}
        error={removing.error}
        onConfirm={removing.run}
        onClose={close}
      >
        <Stack gap="sm">
          <List size="sm" spacing={4}>
            <List.Item>{t('account.delete.pageStops')}</List.Item>
            <List.Item>{t('account.delete.bookings')}</List.Item>
            <List.Item>{t('account.delete.platforms')}</List.Item>
            <List.Item>{t('account.delete.final')}</List.Item>
          </List>
          <TextInput
            label={t('account.delete.type', { email: me.email })}
            autoComplete="off"
            value={said}
            onChange={typed(setSaid)}
          />
          {removing.isAsked && <ConfirmPassword {...removing.field} />}
        </Stack>
      </ConfirmDialog>
    </Section>
  );
}
