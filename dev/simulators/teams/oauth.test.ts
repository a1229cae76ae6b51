import { createPublicKey, createVerify, type JsonWebKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorizePath, type Microsoft, openMicrosoft, SCOPES } from './test-app.ts';

let microsoft: Microsoft;

beforeAll(async () => {
  microsoft = await openMicrosoft();
});
afterAll(() => microsoft.close());

const me = (token: string) => microsoft.graph('GET', '/me', { token });
const refresh = (token: string) => microsoft.token({ grant_type: 'refresh_token', refresh_token: token });

describe('consent', () => {
  test('the page says what the permissions are for', async () => {
    const { status, headers, body } = await microsoft.call('GET', authorizePath());
    expect(status).toBe(200);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(body).toContain('Read/write your Outlook calendar, create online meetings');
  });

  test.each([
    ['an unknown scope', { scope: 'openid Files.ReadWrite' }],
    ['another app', { client_id: 'other' }],
    ['an address that is not registered', { redirect_uri: 'https://evil.example/oauth/teams/callback/x' }],
  ])('%s is shown an error and sent nowhere', async (_what, query) => {
    expect((await microsoft.call('GET', authorizePath({ sim_consent: 'allow', ...query }))).status).toBe(400);
  });

  test.each(['consent_required', 'access_denied'])('a tenant where only administrators consent: %s', async (error) => {
    await microsoft.sim('POST', '/accounts/governed/traits', { adminConsent: error });
    const { back } = await microsoft.consent({ sim_account: 'governed' });
    expect(back.get('error')).toBe(error);
    expect(back.get('error_description')).toMatch(/^AADSTS90094: /);
    expect(back.get('code')).toBeNull();
  });
});

describe('codes', () => {
  test('an exchange gives tokens, scopes as Microsoft names them, and a life', async () => {
    const { status, body } = await microsoft.connect();
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3_599, ext_expires_in: 3_599 });
    expect(body.scope).toBe(SCOPES.replace(' offline_access', ''));
  });

  test('no refresh token without offline_access, no ID token without openid', async () => {
    const { verifier, back } = await microsoft.consent({ scope: 'User.Read' });
    const { body } = await microsoft.exchange(back.get('code') ?? '', verifier);
    expect(body.access_token).toBeDefined();
    expect([body.refresh_token, body.id_token]).toEqual([undefined, undefined]);
  });

  test('a code is good once', async () => {
    const { verifier, back } = await microsoft.consent();
    await microsoft.exchange(back.get('code') ?? '', verifier);
    const again = await microsoft.exchange(back.get('code') ?? '', verifier);
    expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant', error_codes: [54_005] } });
  });

  test('another verifier spends the code', async () => {
    const { verifier, back } = await microsoft.consent();
    const code = back.get('code') ?? '';
    expect((await microsoft.exchange(code, 'x'.repeat(43))).body.error_codes).toEqual([501_481]);
    expect((await microsoft.exchange(code, verifier)).body.error).toBe('invalid_grant');
  });

  test('a wrong secret is the app’s fault', async () => {
    const wrong = await microsoft.token({ client_secret: 'wrong', grant_type: 'refresh_token', refresh_token: 'x' });
    expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });
});

describe('ID tokens', () => {
  test('are signed, and name tenant and object', async () => {
    const { verifier, back } = await microsoft.consent({ nonce: 'n-1', sim_account: 'ada' });
    const { body } = await microsoft.exchange(back.get('code') ?? '', verifier);
    const [header = '', payload = '', signature = ''] = String(body.id_token).split('.');
    const { body: jwks } = await microsoft.call('GET', '/login/common/discovery/v2.0/keys');
    const key = createPublicKey({ key: jwks.keys[0] as JsonWebKey, format: 'jwk' });
    expect(createVerify('RSA-SHA256').update(`${header}.${payload}`).verify(key, signature, 'base64url')).toBe(true);
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(claims).toMatchObject({ nonce: 'n-1', email: 'ada@contoso.example', ver: '2.0' });
    expect(claims.iss).toMatch(new RegExp(`/teams/login/${claims.tid}/v2\\.0$`));
    expect((await me(body.access_token)).body.id).toBe(claims.oid);
  });

  test('personal accounts share one tenant, and have a profile without `mail`', async () => {
    const { body } = await microsoft.connect('sam@outlook.example');
    const claims = JSON.parse(Buffer.from(String(body.id_token).split('.')[1] ?? '', 'base64url').toString());
    expect(claims.tid).toBe('9188040d-6c67-4c5b-b112-36a304b66dad');
    const { body: profile } = await me(body.access_token);
    expect(profile).toMatchObject({ mail: null, userPrincipalName: 'sam@outlook.example' });
    expect(profile.id).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('refreshing', () => {
  test('gives a new token each time, and the old one stays good', async () => {
    const { body } = await microsoft.connect();
    const first = await refresh(body.refresh_token);
    const second = await refresh(body.refresh_token);
    expect(new Set([body, first.body, second.body].map((one) => one.refresh_token)).size).toBe(3);
    expect((await me(second.body.access_token)).status).toBe(200);
    expect((await refresh(first.body.refresh_token)).status).toBe(200);
  });

  test('survives a restart', async () => {
    const { body } = await microsoft.connect();
    await microsoft.restart();
    expect((await me(body.access_token)).status).toBe(200);
    expect((await refresh(body.refresh_token)).status).toBe(200);
  });

  test('ends with the consent', async () => {
    const { body } = await microsoft.connect('leaver');
    await microsoft.sim('POST', '/accounts/leaver/uninstall');
    const refused = await refresh(body.refresh_token);
    expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_grant', error_codes: [50_173] } });
    expect(refused.body.error_description).toMatch(/^AADSTS50173: .*Trace ID: /);
    expect((await me(body.access_token)).body.error.code).toBe('InvalidAuthenticationToken');
  });

  test('outlives access tokens that run out', async () => {
    const { body } = await microsoft.connect('sleeper');
    await microsoft.sim('POST', '/accounts/sleeper/expire');
    expect((await me(body.access_token)).status).toBe(401);
    expect((await me((await refresh(body.refresh_token)).body.access_token)).status).toBe(200);
  });
});
