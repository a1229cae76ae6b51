import { randomUUID } from 'node:crypto';
import type { ConnectStarted } from '#api/openapi/client/types.ts';
import { mailedToken, signUp } from '#dev/clients/host.ts';
import { openSession, type Session } from '#dev/clients/session.ts';
import { turnTwoFactorOn } from '#test/fixtures/authenticator.ts';
import { DAY, type Expiring, HOUR, MINUTE, type Place } from './expiring.ts';

const meStatus = async (session: Pick<Session, 'request'>) => (await session.request('GET', '/api/v1/me')).status;

/** What hosts hold by which they are known. */
export const loginsOf = (place: Place): Expiring[] => [
  {
    what: 'a session',
    table: 'sessions',
    column: 'expires_at',
    moves: ['created_at', 'updated_at'],
    life: 7 * DAY,
    keptFor: DAY,
    before: 200,
    after: 401,
    make: async () => {
      const host = await signUp(place.base);
      const { id } = await host.json<{ id: string }>('GET', '/api/v1/me');
      return { row: ['user_id = ?', id], attempt: () => meStatus(host) };
    },
  },
  {
    what: 'a session in steady use',
    table: 'sessions',
    column: 'created_at',
    ends: `created_at + interval '30 days'`,
    life: 30 * DAY,
    before: 200,
    after: 401,
    make: async () => {
      const host = await signUp(place.base);
      const { id } = await host.json<{ id: string }>('GET', '/api/v1/me');
      return { row: ['user_id = ?', id], attempt: () => meStatus(host) };
    },
  },
  {
    what: 'an API key with an expiry',
    table: 'api_keys',
    column: 'expires_at',
    before: 200,
    after: 401,
    make: async () => {
      const host = await signUp(place.base);
      const expiresAt = new Date(Date.now() + DAY * 1_000).toISOString();
      const wanted = { name: 'Key', scope: 'read', expiresAt };
      const { id, key } = await host.json<{ id: string; key: string }>('POST', '/api/v1/api-keys', wanted);
      const headers = { authorization: `Bearer ${key}` };
      const attempt = async () => (await fetch(`${place.base}/api/v1/me`, { headers })).status;
      return { row: ['id = ?', id], attempt };
    },
  },
  {
    what: 'a link to log in',
    table: 'verifications',
    column: 'expires_at',
    moves: ['created_at'],
    life: 10 * MINUTE,
    keptFor: DAY,
    before: 200,
    after: 401,
    make: async () => {
      const { email } = await signUp(place.base);
      await openSession(place.base).json('POST', '/api/auth/sign-in/magic-link', { email });
      const token = await mailedToken(place.mailbox, email, /log in/i);
      const attempt = async () => {
        const session = openSession(place.base);
        await session.request('POST', '/api/auth/magic-link/verify', { token });
        return meStatus(session);
      };
      return { row: [`value like '%' || ? || '%'`, email], attempt };
    },
  },
  {
    what: 'a login that waits for its second step',
    table: 'verifications',
    column: 'expires_at',
    moves: ['created_at'],
    life: 10 * MINUTE,
    keptFor: DAY,
    before: 422,
    after: 410,
    make: async () => {
      const person = { email: `host-${randomUUID()}@example.com`, password: randomUUID() };
      await turnTwoFactorOn(await signUp(place.base, person));
      const browser = openSession(place.base);
      await browser.json('POST', '/api/auth/sign-in/email', person);
      const body = { code: 'none of the backup codes' };
      const attempt = async () => (await browser.request('POST', '/api/auth/two-factor/verify', body)).status;
      return { row: [`value like '%' || ? || '%'`, person.email], attempt };
    },
  },
  {
    what: 'a link to set a new password',
    table: 'verifications',
    column: 'expires_at',
    moves: ['created_at'],
    life: HOUR,
    keptFor: DAY,
    before: 204,
    after: 410,
    make: async () => {
      const { email } = await signUp(place.base);
      const stranger = openSession(place.base);
      await stranger.json('POST', '/api/auth/request-password-reset', { email });
      const body = { newPassword: randomUUID(), token: await mailedToken(place.mailbox, email, /password/i) };
      const attempt = async () => (await stranger.request('POST', '/api/auth/reset-password', body)).status;
      return { row: [`value like '%' || ? || '%'`, email], attempt };
    },
  },
  {
    what: 'a link to sign up',
    table: 'verifications',
    column: 'expires_at',
    moves: ['created_at'],
    life: DAY,
    keptFor: DAY,
    before: 200,
    after: 410,
    make: async () => {
      const email = `host-${randomUUID()}@example.com`;
      const stranger = openSession(place.base);
      await stranger.json('POST', '/api/auth/sign-up/email', { email });
      const token = await mailedToken(place.mailbox, email, /create your/i);
      const body = { token, name: 'Late', password: randomUUID() };
      const attempt = async () => (await stranger.request('POST', '/api/auth/sign-up/finish', body)).status;
      return { row: [`value like '%' || ? || '%'`, email], attempt };
    },
  },
  {
    what: 'an attempt to connect a provider',
    table: 'oauth_attempts',
    column: 'expires_at',
    moves: ['created_at'],
    life: 10 * MINUTE,
    keptFor: DAY,
    // It is taken up, and the host's refusal told.
    before: 'access_denied',
    after: 'attempt_expired',
    make: async () => {
      const host = await signUp(place.base);
      const started = await host.json<ConnectStarted>('POST', '/api/v1/integrations/zoom/connect', {
        mode: 'redirect',
      });
      const state = new URL(started.authorizeUrl).searchParams.get('state') ?? '';
      const callback = `/oauth/zoom/callback?${new URLSearchParams({ state, error: 'access_denied' })}`;
      const attempt = async () => {
        const { headers } = await host.request('GET', callback);
        return new URL(headers.get('location') ?? '', place.base).searchParams.get('failed');
      };
      return { row: ['id = ?', started.attemptId], attempt };
    },
  },
];
