import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { LoginList, LoginProviderList } from '#api/openapi/client/types.ts';
import { api } from '../data/api.ts';
import { useHostZone } from '../data/me.ts';
import { loginProvidersQuery } from '../login/other-accounts.tsx';
import { whyNot } from '../login/why-not.ts';
import { dateOf } from '../parts/dates.ts';
import { Icon } from '../parts/icons.tsx';
import { Loading, PlainList, Section } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { ConfirmPassword, useConfirmed } from './confirm-password.tsx';
import { rich, t } from '../text.ts';

type Login = LoginList['items'][number];
type Provider = LoginProviderList['items'][number];

const PATH = '/api/v1/me/logins';
const queryKey = ['logins'];
const route = getRouteApi('/inside/user/account');

/** Accounts of other providers by which the host logs in; nothing where none can be added and none was. */
export function LoginsSection() {
  const logins = useQuery({ queryKey, queryFn: ({ signal }) => api.get(PATH, { signal }) });
  const providers = useQuery(loginProvidersQuery);
  const { failed, with: asked } = route.useSearch();
  const items = logins.data?.items ?? [];
  const offered = providers.data?.items ?? [];
  if (items.length === 0 && offered.length === 0) return null;
  const nameOf = (id: string | undefined) => offered.find((one) => one.id === id)?.name ?? t('login.otherProvider');
  return (
    <Section title={t('account.logins.title')} hint={t('account.logins.hint')}>
      {logins.isPending && <Loading rows={1} height={56} />}
      {logins.isError && (
        <ProblemNotice error={logins.error} onRetry={() => void logins.refetch()} retrying={logins.isFetching} />
      )}
      {failed !== undefined && (
        <Alert color="yellow" variant="light" icon={<Icon name="alert" />} role="alert" c="inherit">
          {whyNot(failed, nameOf(asked))}
        </Alert>
      )}
      <PlainList>
        {items.map((login) => (
          <Row key={login.id} login={login} />
        ))}
      </PlainList>
      {offered.map((provider) => (
        <AddLogin key={provider.id} provider={provider} />
      ))}
    </Section>
  );
}

function Row({ login: { id, name, addedAt } }: { readonly login: Login }) {
  const zone = useHostZone();
  const client = useQueryClient();
  const removing = useMutation({
    mutationFn: () => api.delete(`${PATH}/{id}`, { path: { id } }),
    onSuccess: () => tell(t('account.logins.removed', { name })),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <Group component="li" justify="space-between" gap="sm" mih={44} wrap="nowrap">
      <div>
        <Text fw={550}>{name}</Text>
        <Text size="sm" c="dimmed">
          {rich('account.logins.added', { date: dateOf(addedAt, zone) })}
        </Text>
        {removing.isError && <ProblemNotice error={removing.error} />}
      </div>
      <Button
        variant="subtle"
        size="compact-md"
        flex="none"
        loading={removing.isPending}
        onClick={() => removing.mutate()}
        aria-label={t('account.logins.removeLabel', { name, date: dateOf(addedAt, zone) })}
      >
        {t('common.remove')}
      </Button>
    </Group>
  );
}

function AddLogin({ provider: { id, name } }: { readonly provider: Provider }) {
  const [isLeaving, setLeaving] = useState(false);
  const adding = useConfirmed(
    (proof) => api.post(PATH, { body: { provider: id, ...proof } }),
    ({ url }) => {
      setLeaving(true);
      window.location.assign(url);
    },
  );
  return (
    <Stack gap="sm" maw={440}>
      {adding.isAsked && <ConfirmPassword {...adding.field} />}
      {adding.error !== null && <ProblemNotice error={adding.error} onRetry={adding.run} />}
      <Group>
        <Button variant="default" loading={adding.isPending || isLeaving} onClick={adding.run}>
          {t('account.logins.add', { name })}
        </Button>
      </Group>
    </Stack>
  );
}
