import { expect, test } from 'vitest';
import { createTeamsProvider } from '#providers/teams/index.ts';
import type { ProviderError } from '#providers/provider-error.ts';
import { createZoomProvider } from '#providers/zoom/index.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { openTokenEndpoint } from '#test/fixtures/token-endpoint.ts';
import { accessFor } from './access-token.ts';

const [hanging, healthy] = [await openTokenEndpoint(), await openTokenEndpoint()];
const deps = await openInstallation({
  providers: [createZoomProvider, createTeamsProvider],
  environment: {
    ZOOM_OAUTH_URL: hanging.url,
    TEAMS_OAUTH_URL: healthy.url,
    TEAMS_CLIENT_ID: 'client',
    TEAMS_CLIENT_SECRET: 'secret',
    HTTP_TIMEOUT_MS: '6000',
  },
});

const refreshOf = async (provider: string) => {
  const { id } = await makeConnection(deps, await makeHost(deps), { provider, grant: { expiresAt: Date.now() } });
  return () => accessFor(deps, id);
};

test('token refreshes that hang at one provider delay no other provider, and hold no database connection', async () => {
  hanging.mode = 'silent';
  const zoom = await Promise.all(Array.from({ length: 30 }, () => refreshOf('zoom')));
  const teams = await refreshOf('teams');
  const hung = zoom.map((refresh) => refresh().catch(({ kind }: ProviderError) => kind));
  await expect.poll(() => hanging.presented.length).toBe(30);
  const [held] = await deps.orm.em
    .fork()
    .execute<{ count: number }[]>(
      `select count(*)::int as count from pg_stat_activity where datname = current_database() and state like 'idle in %'`,
    );
  expect(held?.count).toBe(0);
  expect(await Promise.race([teams(), ...hung])).toMatchObject({ accessToken: 'access-2' });
  expect(new Set(await Promise.all(hung))).toEqual(new Set(['unavailable']));
});
