import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { simulated, type Simulated } from '../testing/simulated.ts';
import { zoomApp } from './test-app.ts';

const INVALID_GRANT = { reason: 'Invalid Token!', error: 'invalid_grant' };

let sim: Simulated;
let app: ReturnType<typeof zoomApp>;

beforeAll(async () => {
  sim = await simulated();
  app = zoomApp(sim.url);
});
afterAll(() => sim.close());

const connectAnybody = async () => {
  const { code, verifier } = await app.authorize();
  const { access_token: token } = (await app.exchange(code, verifier)).body;
  return (await app.call(token, 'GET', '/users/me')).body.email;
};
const statusOf = async (accessToken: string) => (await app.call(accessToken, 'GET', '/users/me')).status;

describe('consent', () => {
  test('the page cuts its tie to the opener and asks for an account', async () => {
    const { answer } = await app.authorize('demo', { sim_consent: '' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.body).toContain('name="sim_account"');
  });

  test('without a name the next account that has not let the app in consents', async () => {
    const [first, second] = [await connectAnybody(), await connectAnybody()];
    expect([first, second]).toEqual(['demo@zoom.example', 'nova@zoom.example']);
    await sim.control('zoom').uninstall('demo');
    expect(await connectAnybody()).toBe('demo@zoom.example');
  });

  test('allowing brings a code and the state, denying an error', async () => {
    const allowed = await app.authorize('ada.lovelace');
    expect(allowed.location?.searchParams.get('state')).toBe('a state');
    expect(allowed.code).not.toBe('');
    const denied = await app.authorize('ada.lovelace', { sim_consent: 'deny' });
    expect(denied.location?.search).toBe('?error=access_denied&state=a+state');
  });

  test.each([{ client_id: 'another' }, { redirect_uri: 'http://localhost:3000/oauth/zoom/callback?x=1' }])(
    'an unregistered %o is told on the page, never by a redirect',
    async (wrong) => {
      const { answer } = await app.authorize('demo', wrong);
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    },
  );
});

describe('codes', () => {
  test('a code is good once', async () => {
    const { code, verifier } = await app.authorize('once');
    expect((await app.exchange(code, verifier)).status).toBe(200);
    expect((await app.exchange(code, verifier)).body).toMatchObject({ error: 'invalid_grant' });
  });

  test('a wrong verifier is refused and burns the code', async () => {
    const { code, verifier } = await app.authorize('burnt');
    expect((await app.exchange(code, 'x'.repeat(43))).body).toMatchObject({ error: 'invalid_grant' });
    expect((await app.exchange(code, verifier)).status).toBe(400);
  });

  test('the redirect address must be the one the code was sent to', async () => {
    const { code, verifier } = await app.authorize('elsewhere');
    const answer = await app.exchange(code, verifier, 'http://127.0.0.1:3000/oauth/zoom/callback');
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
  });

  test('a wrong client secret is the app’s fault, and costs no code', async () => {
    const { code, verifier } = await app.authorize('secret');
    const wrong = `Basic ${Buffer.from('insytical:wrong').toString('base64')}`;
    const form = { grant_type: 'authorization_code', code, code_verifier: verifier };
    expect((await app.token(form, wrong)).body).toMatchObject({ error: 'invalid_client' });
    expect((await app.exchange(code, verifier)).status).toBe(200);
  });
});

describe('tokens', () => {
  test('a refresh kills the old refresh token and the old access token at once', async () => {
    const first = await app.connect('rotating');
    const second = (await app.refresh(first.refresh_token)).body;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect([await statusOf(first.access_token), await statusOf(second.access_token)]).toEqual([401, 200]);
    expect((await app.refresh(first.refresh_token)).body).toEqual(INVALID_GRANT);
    expect((await app.refresh(second.refresh_token)).status).toBe(200);
  });

  test('eight refreshes at once: one wins', async () => {
    const { refresh_token: token } = await app.connect('racing');
    const answers = await Promise.all(Array.from({ length: 8 }, () => app.refresh(token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('a second consent of the same user ends the first, another user’s does not', async () => {
    const first = await app.connect('twice');
    await app.connect('another.account');
    expect(await statusOf(first.access_token)).toBe(200);
    const second = await app.connect('twice');
    expect((await app.refresh(first.refresh_token)).body).toEqual(INVALID_GRANT);
    expect([await statusOf(first.access_token), await statusOf(second.access_token)]).toEqual([401, 200]);
  });

  test('expired access tokens say so and can be refreshed', async () => {
    const tokens = await app.connect('late');
    await sim.post('/zoom/accounts/late/expire');
    const answer = await app.call(tokens.access_token, 'GET', '/users/me');
    expect([answer.status, answer.body]).toEqual([401, { code: 124, message: 'Access token has expired.' }]);
    expect((await app.refresh(tokens.refresh_token)).status).toBe(200);
  });

  test('revoking takes a live access token and ends both', async () => {
    const tokens = await app.connect('leaving');
    expect((await app.revoke(tokens.refresh_token)).status).toBe(400);
    expect((await app.revoke(tokens.access_token)).body).toEqual({ status: 'success' });
    expect(await statusOf(tokens.access_token)).toBe(401);
    expect((await app.refresh(tokens.refresh_token)).body).toEqual(INVALID_GRANT);
  });

  test('a grant can end without an uninstall', async () => {
    const tokens = await app.connect('forgotten');
    await sim.post('/zoom/accounts/forgotten/end-grant');
    expect((await app.refresh(tokens.refresh_token)).body).toEqual(INVALID_GRANT);
  });
});

describe('scopes', () => {
  test('scopes withheld at consent are missing from the grant and refused with 4711', async () => {
    await sim.post('/zoom/accounts/narrow/traits', { withheldScopes: ['meeting:read:list_meetings'] });
    const tokens = await app.connect('narrow');
    expect(tokens.scope).not.toContain('list_meetings');
    const { status, body } = await app.call(tokens.access_token, 'GET', '/users/me/meetings');
    expect([status, body.code]).toEqual([400, 4711]);
    expect((await app.refresh(tokens.refresh_token)).status).toBe(200);
  });

  test('scopes changed after consent end the grant at the next refresh', async () => {
    const tokens = await app.connect('changed');
    await sim.post('/zoom/accounts/changed/traits', { withheldScopes: ['meeting:update:meeting'] });
    const { body } = await app.call(tokens.access_token, 'PATCH', '/meetings/1', {});
    expect(body.message).toBe('Invalid access token, does not contain scopes:[meeting:update:meeting].');
    expect((await app.refresh(tokens.refresh_token)).body).toMatchObject({ error: 'invalid_grant' });
  });
});

test('an uninstall ends the grant and is told once', async () => {
  const tokens = await app.connect('gone');
  const id = (await accounts()).find(({ email }) => email === 'gone@zoom.example')?.id ?? '';
  await sim.control('zoom').uninstall(id);
  await sim.control('zoom').uninstall(id);
  expect((await app.refresh(tokens.refresh_token)).body).toEqual(INVALID_GRANT);
  const told = () => sim.receiver.received.filter(({ body }) => body.includes(`"user_id":"${id}"`));
  const [notification] = await until('app_deauthorized', () => told().length > 0 && told());
  expect(JSON.parse(notification?.body ?? '')).toMatchObject({
    event: 'app_deauthorized',
    payload: { user_id: id, client_id: 'insytical' },
  });
  expect(told()).toHaveLength(1);
});

async function accounts(): Promise<{ id: string; email: string }[]> {
  const answer = await fetch(`${sim.url}/_sim/zoom/accounts`);
  return ((await answer.json()) as { items: { id: string; email: string }[] }).items;
}
