import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSecurityEvents } from './security-events.ts';

const CLIENT = '123456789-abcedfgh.apps.googleusercontent.com';
const ISSUER = 'https://accounts.google.com/';
const TOKENS_REVOKED = 'https://schemas.openid.net/secevent/oauth/event-type/tokens-revoked';
const SUBJECT = { subject_type: 'iss-sub', iss: ISSUER, sub: '7375626A656374' };
const OURS = {
  iss: ISSUER,
  aud: CLIENT,
  iat: 1_508_184_845,
  jti: '756E69717565206964656E746966696572',
  events: { [TOKENS_REVOKED]: { subject: SUBJECT } },
};

const google = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');
const certs = JSON.stringify({
  keys: [{ ...(await exportJWK(google.publicKey)), kid: 'g1', alg: 'RS256', use: 'sig' }],
});

let origin = '';
let asked: string[] = [];
let isDown = false;

const publish: RequestListener = ({ url = '' }, response) => {
  asked.push(url);
  const configuration = JSON.stringify({ issuer: ISSUER, jwks_uri: `${origin}/certs` });
  if (isDown) response.writeHead(503).end();
  else response.end(url === '/certs' ? certs : configuration);
};
const server = createServer(publish);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  isDown = false;
});

const reader = () =>
  createSecurityEvents({ accountsUrl: origin, clientId: CLIENT, limits: { name: 'Google Meet', timeoutMs: 2_000 } });
const signed = (claims: object, key = google.privateKey, kid = 'g1') =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid, typ: 'secevent+jwt' }).sign(key);
const read = async (claims: object) => reader()(await signed(claims));

const goodbye = {
  kind: 'notifications',
  status: 202,
  notifications: [{ what: 'deauthorized', accountId: SUBJECT.sub, dedupeKey: `event:${OURS.jti}` }],
};

describe('a security event', () => {
  test('that says that all tokens were taken away is the account’s goodbye', async () => {
    expect(await read(OURS)).toEqual(goodbye);
  });

  test('never ends, and may be for several clients', async () => {
    expect(await read({ ...OURS, exp: OURS.iat + 60, aud: ['another', CLIENT] })).toEqual(goodbye);
  });

  test('repeated is the same notification; its keys are asked for once', async () => {
    const readEvent = reader();
    const token = await signed(OURS);
    expect([await readEvent(token), await readEvent(token)]).toEqual([goodbye, goodbye]);
    expect(asked).toEqual(['/.well-known/risc-configuration', '/certs']);
  });

  test.each(['account-disabled', 'sessions-revoked', 'verification'])('%s is taken and left alone', async (type) => {
    const events = { [`https://schemas.openid.net/secevent/risc/event-type/${type}`]: { subject: SUBJECT } };
    expect(await read({ ...OURS, events })).toEqual({ kind: 'notifications', status: 202, notifications: [] });
  });
});

describe('refused is', () => {
  test.each<[string, object]>([
    ['another client’s', { aud: 'another' }],
    ['another issuer’s', { iss: 'https://accounts.google.com' }],
    ['one without an id', { jti: undefined }],
    ['an ID token', { events: undefined }],
  ])('%s', async (_name, changes) => {
    expect(await read({ ...OURS, ...changes })).toEqual({ kind: 'refused' });
  });

  test.each(['g1', 's1'])('one signed by a stranger in the name of the key %s', async (kid) => {
    expect(await reader()(await signed(OURS, stranger.privateKey, kid))).toEqual({ kind: 'refused' });
  });

  test('one whose words were changed', async () => {
    const [header, , signature] = (await signed(OURS)).split('.');
    const forged = Buffer.from(JSON.stringify({ ...OURS, jti: 'another' })).toString('base64url');
    expect(await reader()(`${header}.${forged}.${signature}`)).toEqual({ kind: 'refused' });
  });

  test('one that is not signed, or with our public key as a password', async () => {
    expect(await reader()(new UnsecuredJWT({ ...OURS }).encode())).toEqual({ kind: 'refused' });
    const password = new TextEncoder().encode(certs);
    const token = await new SignJWT({ ...OURS }).setProtectedHeader({ alg: 'HS256', kid: 'g1' }).sign(password);
    expect(await reader()(token)).toEqual({ kind: 'refused' });
  });

  test.each(['', 'no token', 'a.b.c'])('%j, and Google is asked nothing', async (text) => {
    expect(await reader()(text)).toEqual({ kind: 'refused' });
    expect(asked).toEqual([]);
  });
});

test('while Google’s keys cannot be had nothing is said of the token, and later it is good', async () => {
  const readEvent = reader();
  isDown = true;
  await expect(readEvent(await signed(OURS))).rejects.toMatchObject({ name: 'ProviderError', kind: 'unavailable' });
  isDown = false;
  expect(await readEvent(await signed(OURS))).toEqual(goodbye);
});
