import { Button, Divider, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../data/api.ts';
import { t } from '../text.ts';

/** Whose accounts hosts may log in with here. */
export const loginProvidersQuery = {
  queryKey: ['login-providers'],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get('/api/auth/login-providers', { signal }),
  staleTime: Infinity,
};

/** Login and sign-up with an account of another provider; nothing where none is set up. `to` is the page it leads to. */
export function OtherAccounts({ to }: { readonly to: string }) {
  const providers = useQuery(loginProvidersQuery);
  const items = providers.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Stack mb="md">
      {items.map(({ id, name }) => (
        <Button
          key={id}
          component="a"
          href={`/api/auth/sign-in/with/${id}?${new URLSearchParams({ to })}`}
          variant="default"
          fullWidth
        >
          {t('login.continueWith', { provider: name })}
        </Button>
      ))}
      <Divider label={t('common.or')} />
    </Stack>
  );
}
