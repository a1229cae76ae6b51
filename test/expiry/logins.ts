import { randomUUID } from 'node:crypto';
import type { ConnectStarted } from '#api/integrations/schema.ts';
import { signUp } from '#dev/clients/host.ts';
import { openSession, type Session } from '#dev/clients/session.ts';
import { DAY, type Expiring, HOUR, MINUTE, type Place } from './expiring.ts';

const meStatus = async (session: Pick<Session, 'request'>) => (await session.request('GET', '/api/v1/me')).status;

/** The newest link mailed to an address by the API itself, without its origin. */
function mailedLink({ sent, base }: Place, email: string): string {
  const text = sent.findLast(({ to }) => to.address === email)?.text ?? '';
  return /\s(https?:\/\/\S*\/api\/auth\/\S+)/.exec(text)?.[1]?.slice(base.length) ?? '';
}

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
    what: 'a link to log in',
    table: 'verifications',
    column: 'expires_at',
    moves: ['created_at'],
    life: 15 * MINUTE,
    keptFor: DAY,
    before: 200,
    after: 401,
    make: async () => {
      const { email } = await signUp(place.base);
      await openSession(place.base).json('POST', '/api/auth/sign-in/magic-link', { email });
      const link = mailedLink(place, email);
      const attempt = async () => {
        const session = openSession(place.base);
        await session.request('GET', link);
        return meStatus(session);
      };
      return { row: [`value like '%' || ? || '%'`, email], attempt };
    },
  },
  {
    what: 'a link to set a new password',
    table: 'verifications',
    column: 'expires_at',
    moves: ['created_at'],
    life: HOUR,
    keptFor: DAY,
    before: 200,
    after: 400,
    make: async () => {
      const host = await signUp(place.base);
      const { id } = await host.json<{ id: string }>('GET', '/api/v1/me');
      const anybody = openSession(place.base);
      await anybody.json('POST', '/api/auth/request-password-reset', { email: host.email, redirectTo: '/login' });
      const token = /reset-password\/([^?]+)/.exec(mailedLink(place, host.email))?.[1];
      const body = { newPassword: randomUUID(), token };
      const attempt = async () => (await anybody.request('POST', '/api/auth/reset-password', body)).status;
      return { row: ['value = ?', id], attempt };
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
