import { Session } from '#db/entities/auth.ts';
import { endsOfSession, type SessionHost } from '../auth/session.ts';
import { sessionOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { iso } from '../shared/days.ts';
import { idParams } from '../shared/schema.ts';
import { deviceName } from './device-name.ts';
import { sessionList } from './schema.ts';

const current = ({ sessionToken }: SessionHost) => sessionToken;

export const listSessions = sessionOperation({
  method: 'get',
  path: '/api/v1/me/sessions',
  name: 'listSessions',
  summary: 'Where the host is logged in, this browser first',
  success: { status: 200, description: 'Every session that has not ended', schema: sessionList },
  async handle({ em, host, now }) {
    const sessions = await em.find(
      Session,
      { user: host.id, expiresAt: { $gt: now }, createdAt: { $gt: endsOfSession(now) } },
      { orderBy: { updatedAt: 'desc' }, limit: 100 },
    );
    const items = sessions.map(({ id, token, userAgent, createdAt, updatedAt }) => {
      const { text, says } = deviceName(userAgent);
      return {
        id,
        device: text,
        deviceSays: says,
        loggedInAt: iso(createdAt),
        lastUsedAt: iso(updatedAt),
        isCurrent: token === current(host),
      };
    });
    return { items: items.toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent)) };
  },
});

export const endSession = sessionOperation({
  method: 'delete',
  path: '/api/v1/me/sessions/:id',
  name: 'endSession',
  summary: 'Log one browser out',
  params: idParams,
  success: { status: 204, description: 'Logged out there' },
  async handle({ em, host, params: { id } }) {
    if ((await em.nativeDelete(Session, { id, user: host.id })) === 0) throw new Problem('not_found');
  },
});

export const endOtherSessions = sessionOperation({
  method: 'post',
  path: '/api/v1/me/sessions/end-others',
  name: 'endOtherSessions',
  summary: 'Log every other browser out',
  success: { status: 204, description: 'Logged out everywhere else' },
  async handle({ em, host }) {
    await em.nativeDelete(Session, { user: host.id, token: { $ne: current(host) } });
  },
});
