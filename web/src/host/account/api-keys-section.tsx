import { Alert, Badge, Button, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ApiKeyMade, ApiKeys, ApiKeyView } from '#api/api-keys/schema.ts';
import { api } from '../../shared/api.ts';
import { useHostZone } from '../data/me.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { dateOf } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { Loading, Section } from '../parts/page.tsx';
import { errorAt, ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { ConfirmPassword, useConfirmed } from './confirm-password.tsx';

const PATH = '/api/v1/api-keys';
const queryKey = ['api-keys'];
const DAY_MS = 86_400_000;
const LIVES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
  { value: 'none', label: 'No expiry' },
];

/** Keys by which the host's programs use the API. */
export function ApiKeysSection() {
  const client = useQueryClient();
  const keys = useQuery({ queryKey, queryFn: ({ signal }) => api.get<ApiKeys>(PATH, { signal }) });
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
    <Section
      title="API keys"
      hint={
        <>
          Let your own programs read and manage your bookings. The <a href="/docs">API reference</a> says how.
        </>
      }
    >
      {keys.isPending && <Loading rows={1} height={56} />}
      {keys.isError && (
        <ProblemNotice error={keys.error} onRetry={() => void keys.refetch()} retrying={keys.isFetching} />
      )}
      {made && <NewKey made={made} onDone={() => setMade(undefined)} />}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {items.map((item) => (
          <Row key={item.id} item={item} readAt={keys.dataUpdatedAt} onDeleted={changed} />
        ))}
      </Stack>
      {isAdding && <AddKey onAdded={added} onCancel={() => setAdding(false)} />}
      {keys.data && !isAdding && (
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed">
            {items.length === 0 ? 'You have no API keys.' : ''}
          </Text>
          <Button variant="default" onClick={() => setAdding(true)}>
            Create API key
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
  const [scope, setScope] = useState('read');
  const [life, setLife] = useState('90');
  const expiresAt = () => (life === 'none' ? null : new Date(Date.now() + Number(life) * DAY_MS).toISOString());
  const creating = useConfirmed(
    (proof) => api.post<ApiKeyMade>(PATH, { name, scope, expiresAt: expiresAt(), ...proof }),
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
        label="Name"
        description="Only you see it, for example: Our website"
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={nameError}
        maxLength={100}
        required
        data-autofocus
        autoFocus
      />
      <Radio.Group label="Permission" value={scope} onChange={setScope}>
        <Stack gap="xs" mt="xs">
          <Radio value="read" label="Read" description="See your bookings, event types and hours" />
          <Radio value="write" label="Read and write" description="Also book, change and cancel in your name" />
        </Stack>
      </Radio.Group>
      <Select
        label="Expires after"
        data={LIVES}
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
          Cancel
        </Button>
        <Button type="submit" loading={creating.isPending}>
          Create key
        </Button>
      </Group>
    </Stack>
  );
}

function NewKey({ made, onDone }: { readonly made: ApiKeyMade; readonly onDone: () => void }) {
  return (
    <Stack>
      <Alert color="pine" role="status" icon={<Icon name="check" />} c="inherit" title={`“${made.name}” was created`}>
        Copy the key now. It is shown only this once; we keep no copy of it.
      </Alert>
      <Text ff="monospace" size="sm" translate="no" style={{ overflowWrap: 'anywhere' }}>
        {made.key}
      </Text>
      <Group justify="flex-end" gap="sm">
        <CopyText text={made.key} label="Copy key" />
        <Button onClick={onDone}>I have copied it</Button>
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
    mutationFn: () => api.delete(`${PATH}/${item.id}`),
    onSuccess: () => {
      tell(`“${item.name}” was deleted.`);
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
            {isOver ? 'Expired' : SCOPES[item.scope]}
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
        aria-label={`Delete the API key “${item.name}”`}
      >
        Delete…
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={`Delete “${item.name}”?`}
        confirm="Delete key"
        danger
        busy={deleting.isPending}
        error={deleting.error}
        onConfirm={() => deleting.mutate()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">Programs that use it stop working at once.</Text>
      </ConfirmDialog>
    </Group>
  );
}

const SCOPES = { read: 'Read', write: 'Read and write' } as const;

const usedOf = ({ lastUsedAt }: ApiKeyView, zone: string) =>
  lastUsedAt === null ? 'Never used' : `Last used ${dateOf(lastUsedAt, zone)}`;
const endOf = ({ expiresAt }: ApiKeyView, zone: string) =>
  expiresAt === null ? 'No expiry' : `Expires ${dateOf(expiresAt, zone)}`;
