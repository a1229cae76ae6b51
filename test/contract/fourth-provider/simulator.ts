import { createHash } from 'node:crypto';
import type { Simulator, SimulatorFactory, Site } from '#dev/simulators/core/simulator.ts';
import { proofOf } from './provider.ts';
import { oauthRoutes } from './simulator-oauth.ts';
import { refusal, type Room, roomRoutes, urlOf } from './simulator-rooms.ts';

/** Acme's simulator: rooms are put under a name of ours, so that putting one twice makes one. */
export const acme: SimulatorFactory = {
  id: 'acme',
  accountDomain: 'acme.example',
  accountId: (email) => createHash('sha256').update(email).digest('hex').slice(0, 12),
  create,
};

function create(site: Site): Simulator {
  const { state } = site;
  const rows = state.journal.table<Room>('rooms');
  const tell = (what: string, { id, owner }: Room) => {
    const body = JSON.stringify({ what, room: id, at: Date.now() });
    const headers = { 'acme-signature': proofOf(body) };
    return [{ lane: owner, kind: what, meetingId: id, url: site.webhookUrl, headers, body }];
  };
  const put = (room: Room) =>
    state.journal.transact(() => {
      rows.put(room.id, room);
      return tell('changed', room);
    });
  const remove = (room: Room) =>
    state.journal.transact(() => {
      rows.remove(room.id);
      return tell('deleted', room);
    });
  return {
    id: acme.id,
    name: 'Acme Rooms',
    state,
    routes: [...oauthRoutes(site), ...roomRoutes(site, rows, { put, remove })],
    meetings: () =>
      rows.all().map((room) => ({
        id: room.id,
        accountId: room.owner,
        startsAt: new Date(room.from).toISOString(),
        endsAt: new Date(room.until).toISOString(),
        title: room.title,
        marker: room.marker,
        joinUrl: urlOf(room),
      })),
    move(id, from) {
      const room = rows.get(id);
      return room ? put({ ...room, from, until: from + room.until - room.from }) : null;
    },
    remove(id) {
      const room = rows.get(id);
      return room ? remove(room) : null;
    },
    uninstall(account) {
      state.journal.transact(() => state.tokens.kill(account.id, ['code', 'access', 'refresh']));
      return [];
    },
    clear: () => rows.clear(),
    failure: (status, operation) =>
      operation === 'refresh' && status === 401 ? { status, body: { error: 'invalid_client' } } : refusal(status),
    rateLimit: () => refusal(429),
  };
}
