import type { EntityName } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';
import { Booking } from '#db/entities/booking.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { Conference } from '#db/entities/conference.ts';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import { EventType } from '#db/entities/event-type.ts';
import { User } from '#db/entities/user.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { makeLive, openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { type JsonRow, readPlainRow } from './read-rows.ts';

const deps = await openWorkshop();
const host = await makeHost(deps);
await makeConnection(deps, host, { provider: 'zoom', lastUsedAt: new Date() });
const id = await bookTime(deps, await makeEventType(deps, host, { location: { kind: 'zoom' } }), at(0));
await plan(deps, id);
await makeLive(deps, id);

test.each<[string, EntityName<object>]>([
  ['users', User],
  ['event_types', EventType],
  ['bookings', Booking],
  ['booking_events', BookingEvent],
  ['connections', Connection],
  ['connection_tokens', ConnectionTokens],
  ['conferences', Conference],
])('a plain row of %s says what its entity says', async (table, entity) => {
  const em = deps.orm.em.fork();
  const [found] = await em.execute<{ row: JsonRow }[]>(`select to_jsonb(t) as row from ${table} t limit 1`);
  const [loaded] = await em.find(entity, {}, { limit: 1 });
  expect(found).toBeDefined();
  expect(readPlainRow(em, entity, found?.row ?? {})).toEqual({ ...loaded });
});
