import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SimAccount } from '#dev/simulators/core/accounts.ts';
import { jsonOf, param, Refused, type Call, type Outcome, type Route } from '#dev/simulators/core/call.ts';
import type { Table } from '#dev/simulators/core/journal.ts';
import type { Notification } from '#dev/simulators/core/notifications.ts';
import { bearerOf } from '#dev/simulators/core/oauth.ts';
import type { Site } from '#dev/simulators/core/simulator.ts';

export interface Room {
  readonly id: string;
  readonly owner: string;
  readonly marker: string;
  readonly title: string;
  readonly from: number;
  readonly until: number;
  readonly made: number;
}

const roomRequest = z.object({ title: z.string(), from: z.number(), until: z.number() });
export const urlOf = ({ id }: Room) => `https://rooms.acme.example/${id}`;
export const refusal = (status: number): Outcome => ({ status, body: { message: 'No.' } });
const answerOf = (room: Room, status = 200): Outcome => ({ status, body: { ...room, url: urlOf(room) } });

/** Changes that tell the webhook. */
interface Change {
  readonly put: (room: Room) => readonly Notification[];
  readonly remove: (room: Room) => readonly Notification[];
}

/** Acme's API: a room is put under a name of ours. */
export function roomRoutes({ state }: Site, rows: Table<Room>, { put, remove }: Change): Route<SimAccount>[] {
  const guard = (call: Call): SimAccount => {
    const bearer = bearerOf(state, call);
    if ('problem' in bearer) throw new Refused(refusal(401));
    return bearer.account;
  };
  const ours = (call: Call, { id }: SimAccount): Room => {
    const room = rows.get(param(call, 'room'));
    if (room?.owner !== id) throw new Refused(refusal(404));
    return room;
  };
  return [
    {
      method: 'GET',
      path: '/me',
      operation: 'identify',
      guard,
      handle: (_call, { id, email }) => ({ status: 200, body: { id, email } }),
    },
    {
      method: 'PUT',
      path: '/rooms/:marker',
      operation: 'create',
      guard,
      handle(call, account) {
        const marker = param(call, 'marker');
        const known = rows.all().find((room) => room.marker === marker && room.owner === account.id);
        if (known) return answerOf(known);
        const room = {
          id: randomUUID(),
          owner: account.id,
          marker,
          made: Date.now(),
          ...roomRequest.parse(jsonOf(call)),
        };
        return { ...answerOf(room, 201), change: 'created', notifications: put(room) };
      },
    },
    {
      method: 'GET',
      path: '/rooms',
      operation: 'list',
      guard,
      handle(call, account) {
        const marker = call.query.get('marker');
        const found = rows.all().filter((room) => room.marker === marker && room.owner === account.id);
        return { status: 200, body: { rooms: found.map((room) => ({ ...room, url: urlOf(room) })) } };
      },
    },
    {
      method: 'GET',
      path: '/rooms/:room',
      operation: 'get',
      guard,
      handle: (call, account) => answerOf(ours(call, account)),
    },
    {
      method: 'PATCH',
      path: '/rooms/:room',
      operation: 'update',
      guard,
      handle(call, account) {
        const room = { ...ours(call, account), ...roomRequest.parse(jsonOf(call)) };
        return { ...answerOf(room), change: 'updated', notifications: put(room) };
      },
    },
    {
      method: 'DELETE',
      path: '/rooms/:room',
      operation: 'delete',
      guard,
      handle: (call, account) => ({ status: 204, change: 'deleted', notifications: remove(ours(call, account)) }),
    },
  ];
}
