import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { createMeetProvider } from '#providers/meet/index.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const ISSUER = 'https://accounts.google.com/';
const key = await generateKeyPair('RS256');
const keys = [{ ...(await exportJWK(key.publicKey)), kid: 'g1', alg: 'RS256', use: 'sig' }];
let isDown = false;

const google = createServer(({ url, headers }, response) => {
  const published = url === '/certs' ? { keys } : { issuer: ISSUER, jwks_uri: `http://${headers.host}/certs` };
  response.writeHead(isDown ? 503 : 200).end(JSON.stringify(published));
});
await new Promise<void>((resolve) => google.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  google.closeAllConnections();
  google.close();
});

const api = await startApi({
  providers: [createMeetProvider],
  environment: {
    MEET_CLIENT_ID: 'ours',
    MEET_CLIENT_SECRET: 'secret',
    MEET_ACCOUNTS_URL: `http://127.0.0.1:${(google.address() as AddressInfo).port}`,
  },
});
let connection: Awaited<ReturnType<typeof makeConnection>>;
beforeAll(async () => {
  connection = await makeConnection(api, await makeHost(api), { provider: 'meet' });
});

/** Google's word that the account's owner has taken our access away. */
function event(jti: string): Promise<string> {
  const subject = { subject_type: 'iss-sub', iss: ISSUER, sub: connection.accountId };
  const events = { 'https://schemas.openid.net/secevent/oauth/event-type/tokens-revoked': { subject } };
  const claims = { iss: ISSUER, aud: 'ours', iat: Math.floor(Date.now() / 1_000), jti, events };
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'g1', typ: 'secevent+jwt' }).sign(key.privateKey);
}

async function post(token: string): Promise<number> {
  const headers = { 'content-type': 'application/secevent+jwt' };
  const answer = await fetch(`${api.base}/webhooks/meet`, { method: 'POST', headers, body: token });
  await answer.body?.cancel();
  return answer.status;
}

const kept = () =>
  api.orm.em
    .fork()
    .execute<object[]>(`select what, account_id from inbox_notifications where account_id = ?`, [connection.accountId]);

test('while Google’s keys cannot be had an event is to come again, and no other request waits', async () => {
  isDown = true;
  for (let times = 0; times < 7; times += 1) expect(await post(await event('early'))).toBe(503);
  expect((await newGuest(api.base).request('GET', '/api/v1/public/nobody')).status).toBe(404);
  isDown = false;
  expect(await kept()).toEqual([]);
});

test('Google’s word is kept once, however often it comes, and wakes the connection', async () => {
  const token = await event('goodbye');
  expect([await post(token), await post(token)]).toEqual([202, 202]);
  expect(await kept()).toEqual([{ what: 'deauthorized', account_id: connection.accountId }]);
  expect(api.signalled).toContain(`connection ${connection.id} noticed`);
});

test('a word that was changed on its way is refused', async () => {
  const [header, , signature] = (await event('one')).split('.');
  const [, claims] = (await event('another')).split('.');
  expect(await post(`${header}.${claims}.${signature}`)).toBe(401);
});
