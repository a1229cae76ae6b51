import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { CLIENT } from '../testing/simulated.ts';
import { authorizePath, type Google, openGoogle } from './test-app.ts';
import { CALENDAR_SCOPE } from './scopes.ts';

let google: Google;
let account: string;
let count = 0;

beforeAll(async () => {
  google = await openGoogle();
});
afterAll(() => google.close());
beforeEach(() => {
  account = `host${++count}`;
});

const TOKENS_REVOKED = 'https://schemas.openid.net/secevent/oauth/event-type/tokens-revoked';

/** What a token says, once its signature fits the published key. */
async function verified(token: string) {
  const [header, claims = '', signature = ''] = token.split('.');
  const { body: keys } = await google.call('GET', '/api/oauth2/v3/certs');
  const key = createPublicKey({ key: keys.keys[0], format: 'jwk' });
  expect(verify('RSA-SHA256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}

const refresh = (refreshToken: string) => google.token({ grant_type: 'refresh_token', refresh_token: refreshToken });
const profile = (token: string) => google.call('GET', '/openid/v1/userinfo', { token });

test('a consent brings tokens, an ID token signed by the published key, and a profile', async () => {
  const { status, body } = await google.connect(account, { nonce: 'n-1' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3_599, refresh_token: expect.any(String) });
  expect(body.scope.split(' ')).toEqual(['openid', 'https://www.googleapis.com/auth/userinfo.email', CALENDAR_SCOPE]);
  const said = await verified(body.id_token);
  expect(said).toMatchObject({ aud: CLIENT.id, nonce: 'n-1', email: `${account}@gmail.example` });
  expect((await profile(body.access_token)).body).toMatchObject({ sub: said.sub, email: said.email });
});

test('a refresh token comes with the first consent, or when consent is asked for again', async () => {
  expect((await google.connect(account)).body.refresh_token).toBeDefined();
  expect((await google.connect(account)).body.refresh_token).toBeUndefined();
  expect((await google.connect(account, { prompt: 'consent' })).body.refresh_token).toBeDefined();
  const online = await google.connect(`${account}x`, { access_type: 'online' });
  expect(online.body.refresh_token).toBeUndefined();
});

test('refreshing leaves the refresh token as it is', async () => {
  const { body } = await google.connect(account);
  const first = await refresh(body.refresh_token);
  expect(first.body.refresh_token).toBeUndefined();
  const second = await refresh(body.refresh_token);
  for (const { access_token: token } of [body, first.body, second.body])
    expect((await profile(token)).status).toBe(200);
});

test('a second consent leaves the first grant alone', async () => {
  const first = await google.connect(account);
  await google.connect(account, { prompt: 'consent' });
  expect((await refresh(first.body.refresh_token)).status).toBe(200);
});

test('the box of the calendar can be left unticked', async () => {
  await google.sim('POST', `/accounts/${account}/traits`, { calendarTicked: false });
  const { body } = await google.connect(account);
  expect(body.scope).not.toContain('calendar');
  const refused = await google.events('GET', '', { token: body.access_token });
  expect(refused).toMatchObject({ status: 403, body: { error: { errors: [{ reason: 'insufficientPermissions' }] } } });
});

test('the consent page has the box, and sends what was ticked', async () => {
  const path = authorizePath();
  expect((await google.call('GET', path)).body).toContain(`value="${CALENDAR_SCOPE}"`);
  const form = { sim_consent: 'allow', sim_account: account, scope: 'openid' };
  const { headers } = await google.call('POST', path, { form });
  const scope = new URL(headers.get('location') ?? '').searchParams.get('scope');
  expect(scope).not.toContain('calendar');
});

test('a denied consent says so', async () => {
  const { back } = await google.consent({ sim_consent: 'deny' });
  expect(Object.fromEntries(back)).toEqual({ error: 'access_denied', state: 'state' });
});

test('a code is good for one try, with its own verifier', async () => {
  const used = await google.consent({ sim_account: account });
  const code = used.back.get('code') ?? '';
  expect((await google.exchange(code, used.verifier)).status).toBe(200);
  expect((await google.exchange(code, used.verifier)).body.error).toBe('invalid_grant');
  const other = await google.consent({ sim_account: account });
  expect((await google.exchange(other.back.get('code') ?? '', used.verifier)).body.error).toBe('invalid_grant');
});

test('revoking any token ends the whole grant of the account', async () => {
  const first = await google.connect(account);
  const second = await google.connect(account, { prompt: 'consent' });
  const revoke = () => google.call('POST', '/oauth2/revoke', { form: { token: first.body.access_token } });
  expect(await revoke()).toMatchObject({ status: 200, body: {} });
  expect((await refresh(second.body.refresh_token)).body.error).toBe('invalid_grant');
  expect((await profile(second.body.access_token)).status).toBe(401);
  expect(await revoke()).toMatchObject({ status: 400, body: { error: 'invalid_token' } });
});

test('removing access at Google kills the grant, and a signed event says so', async () => {
  const { body } = await google.connect(account);
  await google.sim('POST', `/accounts/${account}/uninstall`);
  expect((await refresh(body.refresh_token)).body).toMatchObject({ error: 'invalid_grant' });
  expect(await google.events('GET', '', { token: body.access_token })).toMatchObject({
    status: 401,
    body: { error: { errors: [{ reason: 'authError' }] } },
  });
  const [event] = await until('the event', () => google.pushes.received.length > 0 && google.pushes.received);
  expect(event).toMatchObject({ path: '/webhooks/meet', headers: { 'content-type': 'application/secevent+jwt' } });
  const said = await verified(event?.body ?? '');
  const { body: configuration } = await google.call('GET', '/accounts/.well-known/risc-configuration');
  const { id: sub } = (await google.sim('GET', '/accounts')).body.items.find(({ email }: { email: string }) =>
    email.startsWith(`${account}@`),
  );
  expect(said).toMatchObject({
    iss: configuration.issuer,
    aud: CLIENT.id,
    events: { [TOKENS_REVOKED]: { subject: { iss: configuration.issuer, sub } } },
  });
  expect(new URL(configuration.jwks_uri).pathname).toBe('/meet/api/oauth2/v3/certs');
});

test('an unknown client is refused before anything else', async () => {
  const answer = await google.token({ grant_type: 'refresh_token', refresh_token: 'x', client_secret: 'wrong' });
  expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
});
