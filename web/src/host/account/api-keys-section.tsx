import { Alert, Badge, Button, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ApiKey as ApiKeyView, ApiKeyMade } from '#api/openapi/client/types.ts';
import { api } from '../data/api.ts';
import { useHostZone } from '../data/me.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { dateOf } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { Loading, PlainList, Section } from '../parts/page.tsx';
import { errorAt, ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { ConfirmPassword, useConfirmed } from './confirm-password.tsx';
import { rich, t } from '../text.ts';

const PATH = '/api/v1/api-keys';
const queryKey = ['api-keys'];
const DAY_MS = 86_400_000;
const LIVES = [
  { value: '30', label: 'account.keys.days30' },
  { value: '90', label: 'account.keys.days90' },
  { value: '365', label: 'account.keys.year' },
  { value: 'none', label: 'account.keys.noExpiry' },
] as const;

/** Keys by which the host's programs use the API. */
export function ApiKeysSection() {
  const client = useQueryClient();
  const keys = useQuery({ queryKey, queryFn: ({ signal }) => api.get(PATH, { signal }) });
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<ApiKeyMade>();
  const changed = () => void client.invalidateQueries({ queryKey });
  const added = (key: ApiKeyMade) => {
    setAdding(false);
    setMade(key);
    changed();
  };
  const items = keys.data?.items ?? [];
  return (
    <Section title={t('account.keys.title')} hint={rich('account.keys.hint', { docs: <a href="/docs" /> })}>
      {keys.isPending && <Loading rows={1} height={56} />}
      {keys.isError && (
        <ProblemNotice error={keys.error} onRetry={() => void keys.refetch()} retrying={keys.isFetching} />
      )}
      {made && <NewKey made={made} onDone={() => setMade(undefined)} />}
      <PlainList>
        {items.map((item) => (
          <Row key={item.id} item={item} readAt={keys.dataUpdatedAt} onDeleted={changed} />
        ))}
      </PlainList>
      {isAdding && <AddKey onAdded={added} onCancel={() => setAdding(false)} />}
      {keys.data && !isAdding && (
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed">
            {items.length === 0 ? t('account.keys.none') : ''}
          </Text>
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('account.keys.create')}
          </Button>
        </Group>
      )}
    </Section>
  );
}

interface AddKeyProps {
  readonly onAdded: (made: ApiKeyMade) => void;
  readonly onCancel: () => void;
}

function AddKey({ onAdded, onCancel }: AddKeyProps) {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<ApiKeyView['scope']>('read');
  const [life, setLife] = useState('90');
  const expiresAt = () => (life === 'none' ? null : new Date(Date.now() + Number(life) * DAY_MS).toISOString());
  const creating = useConfirmed(
    (proof) => api.post(PATH, { body: { name, scope, expiresAt: expiresAt(), ...proof } }),
    onAdded,
  );
  const nameError = errorAt(creating.error, '/name');
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    creating.run();
  };
  return (
    <Stack component="form" onSubmit={submitted} maw={440}>
      <TextInput
        label={t('common.name')}
        description={t('account.keys.nameHint')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={nameError}
        maxLength={100}
        required
        data-autofocus
        autoFocus
      />
      <Radio.Group
        label={t('account.keys.permission')}
        value={scope}
        onChange={(chosen) => setScope(chosen === 'write' ? 'write' : 'read')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="read" label={t('account.keys.read')} description={t('account.keys.readHint')} />
          <Radio value="write" label={t('account.keys.write')} description={t('account.keys.writeHint')} />
        </Stack>
      </Radio.Group>
      <Select
        label={t('account.keys.expiresAfter')}
        data={LIVES.map(({ value, label }) => ({ value, label: t(label) }))}
        value={life}
        onChange={(chosen) => setLife(chosen ?? '90')}
        allowDeselect={false}
      />
      {creating.isAsked && <ConfirmPassword {...creating.field} />}
      {creating.error !== null && nameError === undefined && (
        <ProblemNotice error={creating.error} onRetry={creating.run} />
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={creating.isPending}>
          {t('account.keys.createKey')}
        </Button>
      </Group>
    </Stack>
  );
}

function NewKey({ made, onDone }: { readonly made: ApiKeyMade; readonly onDone: () => void }) {
  return (
    <Stack>
      <Alert
        color="pine"
        role="status"
        icon={<Icon name="check" />}
        c="inherit"
        title={t('account.keys.created', { name: made.name })}
      >
        {t('account.keys.copyNow')}
      </Alert>
      <Text ff="monospace" size="sm" translate="no" style={{ overflowWrap: 'anywhere' }}>
        {made.key}
      </Text>
      <Group justify="flex-end" gap="sm">
        <CopyText text={made.key} label={t('account.keys.copy')} />
        <Button onClick={onDone}>{t('common.haveCopied')}</Button>
      </Group>
    </Stack>
  );
}

interface RowProps {
  readonly item: ApiKeyView;
  /** When it was read, epoch ms. */
  readonly readAt: number;
  readonly onDeleted: () => void;
}

function Row({ item, readAt, onDeleted }: RowProps) {
  const zone = useHostZone();
  const [isAsking, setAsking] = useState(false);
  const deleting = useMutation({
    mutationFn: () => api.delete(`${PATH}/{id}`, { path: { id: item.id } }),
    onSuccess: () => {
      tell(t('account.keys.deleted', { name: item.name }));
      onDeleted();
    },
  });
  const isOver = item.expiresAt !== null && Date.parse(item.expiresAt) <= readAt;
  return (
    <Group component="li" justify="space-between" gap="sm" mih={44} wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
            {item.name}
          </Text>
          <Badge variant="light" tt="none" color={isOver ? 'red' : 'gray'} c="inherit">
            {isOver ? t('account.keys.expired') : t(SCOPES[item.scope])}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          <span translate="no">{`${item.prefix}…`}</span> · <span>{usedOf(item, zone)}</span> ·{' '}
          <span>{endOf(item, zone)}</span>
        </Text>
      </div>
      <Button
        variant="subtle"
        size="compact-md"
        flex="none"
        onClick={() => setAsking(true)}
        aria-label={t('account.keys.deleteLabel', { name: item.name })}
      >
        {t('common.deleteAsk')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t('common.deleteTitle', { name: item.name })}
        confirm={t('account.keys.delete')}
        danger
        busy={deleting.isPending}
        error={deleting.error}
        onConfirm={() => deleting.mutate()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">{t('account.keys.deleteHint')}</Text>
      </ConfirmDialog>
    </Group>
  );
}

const SCOPES = { read: 'account.keys.read', write: 'account.keys.write' } as const;

const usedOf = ({ lastUsedAt }: ApiKeyView, zone: string) =>
  lastUsedAt === null ? t('account.keys.neverUsed') : t('account.keys.lastUsed', { date: dateOf(lastUsedAt, zone) });
const endOf = ({ expiresAt }: ApiKeyView, zone: string) =>
  expiresAt === null ? t('account.keys.noExpiry') : t('account.keys.expires', { date: dateOf(expiresAt, zone) });
