import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { oidcClient, type OidcServer, startOidcServer } from '#test/oidc/oidc-server.ts';
import { createOauthClient } from './oauth.ts';
import type { OauthSettings } from './oauth-settings.ts';
import { ProviderError } from './provider-error.ts';
import type { Attempt } from './provider.ts';

let server: OidcServer;

beforeAll(async () => {
  // oidc-provider tells at length that it is not set up for production.
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'info').mockReturnValue();
  server = await startOidcServer('client_secret_basic');
});
afterAll(() => server.close());

describe('connecting', () => {
  test('a code is exchanged for a grant, and the ID token’s claims are checked', async () => {
    const attempt = newAttempt();
    const grant = await client().exchange(await visit(attempt), attempt);
    expect(grant).toMatchObject({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      scopes: expect.arrayContaining(['meetings']),
      claims: { subject: 'a-host' },
    });
    expect(grant.expiresAt).toBeGreaterThan(Date.now() + 600_000);
  });

  test('PKCE binds the code to the attempt', async () => {
    const attempt = newAttempt();
    const callback = await visit(attempt);
    const other = { ...attempt, codeVerifier: newAttempt().codeVerifier };
    expect(await codeOf(client().exchange(callback, other))).toBe('code_refused');
  });

  test('a code is good for one exchange', async () => {
    const attempt = newAttempt();
    const callback = await visit(attempt);
    await client().exchange(callback, attempt);
    expect(await codeOf(client().exchange(callback, attempt))).toBe('code_refused');
  });

  test.each([
    ['the state of another attempt', 'state', 'forged'],
    ['an answer of another server (RFC 9207)', 'iss', 'https://other.example'],
    ['an answer that names no server where it says it does', 'iss', ''],
  ])('%s is refused without asking the server', async (_what, parameter, value) => {
    const attempt = newAttempt();
    const callback = await visit(attempt);
    callback.searchParams.set(parameter, value);
    const unreachable = client({ tokenEndpoint: 'http://127.0.0.1:1/token' });
    expect(await codeOf(unreachable.exchange(callback, attempt))).toBe('answer_refused');
  });

  test('a declined consent says so', async () => {
    const attempt = newAttempt();
    const callback = await server.visit(client().authorizeUrl(attempt), 'deny');
    expect(await codeOf(client().exchange(callback, attempt))).toBe('access_denied');
  });

  test('a permission left out makes no connection', async () => {
    const attempt = newAttempt();
    const needy = client({ neededScopes: ['meetings', 'calendar'] });
    expect(await codeOf(needy.exchange(await visit(attempt), attempt))).toBe('scopes_missing');
  });

  test('an ID token of another issuer makes no connection', async () => {
    const attempt = newAttempt();
    const { idToken, ...settings } = settingsOf();
    const wary = createOauthClient({ ...settings, idToken: { ...idToken!, issuerOf: () => 'https://other.example' } });
    const callback = await server.visit(wary.authorizeUrl(attempt));
    expect(await codeOf(wary.exchange(callback, attempt))).toBe('answer_refused');
  });

  test('the secret may go in the form', async () => {
    const posting = await startOidcServer('client_secret_post');
    try {
      const attempt = newAttempt();
      const oauth = createOauthClient(settingsOf(posting, { clientAuth: 'form' }));
      const grant = await oauth.exchange(await posting.visit(oauth.authorizeUrl(attempt)), attempt);
      expect(grant.refreshToken).not.toBeNull();
    } finally {
      await posting.close();
    }
  });
});

describe('refreshing', () => {
  test('each refresh token works once; using an old one again revokes all tokens', async () => {
    const first = await connect();
    const second = await client().refresh(first.refreshToken ?? '');
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await expect(client().refresh(first.refreshToken ?? '')).rejects.toMatchObject({ kind: 'reauthorize' });
    await expect(client().refresh(second.refreshToken ?? '')).rejects.toMatchObject({ kind: 'reauthorize' });
  });

  test('our own wrong secret is never the host’s fault', async () => {
    const { refreshToken } = await connect();
    const wrong = client({ clientSecret: 'an old secret' });
    await expect(wrong.refresh(refreshToken ?? '')).rejects.toMatchObject({ kind: 'misconfigured' });
    await client().refresh(refreshToken ?? '');
  });

  test('a server that is down or elsewhere says nothing of the grant', async () => {
    const { refreshToken } = await connect();
    const down = client({ tokenEndpoint: 'http://127.0.0.1:1/token' });
    const elsewhere = client({ tokenEndpoint: `${server.issuer}/no-such-path` });
    await expect(down.refresh(refreshToken ?? '')).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(elsewhere.refresh(refreshToken ?? '')).rejects.not.toMatchObject({ kind: 'reauthorize' });
  });
});

test('a revoked grant is rejected; revoking it again is no trouble', async () => {
  const { refreshToken } = await connect();
  await client().revoke(refreshToken ?? '');
  await expect(client().refresh(refreshToken ?? '')).rejects.toMatchObject({ kind: 'reauthorize' });
  await client().revoke(refreshToken ?? '');
});

test('a provider that is not set up is never called', async () => {
  const { clientId: _, ...unset } = settingsOf();
  const oauth = createOauthClient({ ...unset, clientId: undefined });
  expect(() => oauth.authorizeUrl(newAttempt())).toThrow(ProviderError);
  expect(await codeOf(oauth.refresh('x'))).toBe('not_set_up');
});

function settingsOf(at: OidcServer = server, change: Partial<OauthSettings> = {}): OauthSettings {
  return {
    name: 'Acme',
    timeoutMs: 5_000,
    clientId: oidcClient.client_id,
    clientSecret: oidcClient.client_secret,
    clientAuth: 'basic',
    issuer: at.issuer,
    authorizeEndpoint: `${at.issuer}/auth`,
    tokenEndpoint: `${at.issuer}/token`,
    revokeEndpoint: `${at.issuer}/token/revocation`,
    authorizeParameters: () => ({ scope: 'openid offline_access meetings', prompt: 'consent' }),
    neededScopes: ['meetings'],
    idToken: { issuerOf: () => at.issuer, claimsOf: ({ sub }) => ({ subject: sub }) },
    ...change,
  };
}

function client(change: Partial<OauthSettings> = {}) {
  return createOauthClient(settingsOf(server, change));
}

function newAttempt(): Attempt {
  return {
    state: randomBytes(16).toString('base64url'),
    codeVerifier: randomBytes(48).toString('base64url'),
    redirectUri: oidcClient.redirect_uri,
  };
}

function visit(attempt: Attempt): Promise<URL> {
  return server.visit(client().authorizeUrl(attempt));
}

async function connect() {
  const attempt = newAttempt();
  return client().exchange(await visit(attempt), attempt);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((error: unknown) => error);
  if (!(error instanceof ProviderError)) throw new Error('This should have failed with a ProviderError');
  return error.facts.code;
}
