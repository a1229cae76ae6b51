import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ConnectStarted } from '#api/openapi/client/types.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { Integration } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base);

const codeOf = async (method: 'POST' | 'DELETE', path: string, body?: object) => {
  const answer = await host.request(method, path, body);
  return [answer.status, answer.status === 204 ? undefined : ((await answer.json()) as { code?: string }).code];
};

test('a platform that has not been connected yet', async () => {
  const { items } = await host.json<{ items: Integration[] }>('GET', '/api/v1/integrations');
  expect(items.find(({ provider }) => provider === 'zoom')).toEqual({
    provider: 'zoom',
    name: 'Zoom',
    colour: expect.stringMatching(/^#/),
    status: 'not_connected',
    accountEmail: null,
    connectedAt: null,
    lastUsedAt: null,
    problem: null,
    bookingsWithoutLink: 0,
    permissions: expect.arrayContaining([expect.any(String)]),
    permissionsSay: expect.arrayContaining([
      { text: expect.any(String), says: { code: 'permission_zoom_user', args: {} } },
    ]),
    manageAccessUrl: expect.stringMatching(/^https:/),
    missingVariables: [],
  });
});

test('a platform that is not set up names the variables it lacks, and cannot be connected', async () => {
  const bare = await startApi({ environment: { ZOOM_CLIENT_SECRET: '' } });
  const ann = await signUp(bare.base);
  const { items } = await ann.json<{ items: Integration[] }>('GET', '/api/v1/integrations');
  expect(items.find(({ provider }) => provider === 'zoom')).toMatchObject({
    status: 'not_configured',
    missingVariables: ['ZOOM_CLIENT_SECRET'],
  });
  const answer = await ann.request('POST', '/api/v1/integrations/zoom/connect', {});
  expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'invalid_transition' }]);
});

test('an attempt begins pending, bound to this browser’s session', async () => {
  const started = await host.json<ConnectStarted>('POST', '/api/v1/integrations/zoom/connect', { mode: 'popup' });
  expect(Date.parse(started.expiresAt)).toBeGreaterThan(Date.now());
  const url = new URL(started.authorizeUrl);
  expect(url.searchParams.get('redirect_uri')).toBe(`${api.base}/oauth/zoom/callback`);
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  const attempt = `/api/v1/integrations/attempts/${started.attemptId}`;
  expect(await host.json('GET', attempt)).toEqual({ status: 'pending' });

  // Another browser: the attempt is neither used up nor told about.
  const state = url.searchParams.get('state') ?? '';
  const stranger = await fetch(`${api.base}/oauth/zoom/callback?${new URLSearchParams({ state, code: 'x' })}`, {
    redirect: 'manual',
  });
  expect([stranger.status, stranger.headers.get('location')]).toEqual([
    303,
    '/user/integrations?failed=state_unknown&provider=zoom',
  ]);
  expect(await host.json('GET', attempt)).toEqual({ status: 'pending' });
});

test('a looking-ahead HEAD of the callback uses nothing up', async () => {
  const answer = await fetch(`${api.base}/oauth/zoom/callback?state=x&code=y`, { method: 'HEAD', redirect: 'manual' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
});

test('a refusal at the platform ends in the popup’s page, with its code', async () => {
  const started = await host.json<ConnectStarted>('POST', '/api/v1/integrations/zoom/connect', { mode: 'popup' });
  const state = new URL(started.authorizeUrl).searchParams.get('state') ?? '';
  const answer = await host.request(
    'GET',
    `/oauth/zoom/callback?${new URLSearchParams({ state, error: 'access_denied' })}`,
  );
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/oauth/done?attempt=${started.attemptId}&outcome=failed&provider=zoom&code=access_denied`,
  ]);
  const page = await (await fetch(new URL(answer.headers.get('location') ?? '', api.base))).text();
  expect(page).toContain(`data-attempt="${started.attemptId}"`);
  expect(page).toContain('Zoom was not connected');
  const read = await host.json('GET', `/api/v1/integrations/attempts/${started.attemptId}`);
  expect(read).toEqual({ status: 'failed', code: 'access_denied' });
});

test('nothing said to the popup’s page is believed that is not ours', async () => {
  const query = new URLSearchParams({ attempt: '"><script>', outcome: 'won', provider: '<b>', code: '"x' });
  const page = await (await fetch(`${api.base}/oauth/done?${query}`)).text();
  expect(page).toContain('The meeting platform was not connected');
  expect(page).not.toMatch(/<script|<b>|&quot;x/);
});

test('unknown platforms and attempts are not found', async () => {
  expect(await codeOf('POST', '/api/v1/integrations/skype/connect', {})).toEqual([404, 'not_found']);
  expect(await codeOf('POST', '/api/v1/integrations/skype/create-missing-links')).toEqual([404, 'not_found']);
  expect(await codeOf('DELETE', '/api/v1/integrations/skype')).toEqual([404, 'not_found']);
  const answer = await host.request('GET', `/api/v1/integrations/attempts/${randomUUIDv7()}`);
  expect(answer.status).toBe(404);
});

test('only the two ways of connecting and the two pages to return to are taken', async () => {
  for (const body of [{ mode: 'tab' }, { returnTo: 'https://evil.example' }])
    expect(await codeOf('POST', '/api/v1/integrations/zoom/connect', body)).toEqual([422, 'validation_failed']);
});
