import { expect, test } from 'vitest';
import { Connection } from '#db/entities/connection.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { wakeBookings } from './wake-bookings.ts';

const deps = await openWorkshop();
const LONG_AGO = new Date(Date.now() - 86_400_000);

async function reconnected() {
  const host = await makeHost(deps);
  const { id: connection } = await makeConnection(deps, host, { wakeCursor: LONG_AGO });
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' } });
  const booking = await bookTime(deps, type, at(0));
  await plan(deps, booking);
  const restored = () => deps.signalled.filter((line) => line === `booking ${booking} connectionRestored`);
  return { connection, booking, restored };
}

const cursorOf = async (id: string) => (await deps.orm.em.fork().findOneOrFail(Connection, { id })).wakeCursor;
const run = (sql: string, values: unknown[]) => deps.orm.em.fork().execute(sql, values);

test('a booking that waited is woken once, and then none is left to wake', async () => {
  const { connection, restored } = await reconnected();
  await wakeBookings(deps, connection);
  await wakeBookings(deps, connection);
  expect(restored()).toHaveLength(1);
  expect(await cursorOf(connection)).toBeNull();
});

test('a cancelled booking that has still to look for a late twin of its meeting is woken too', async () => {
  const { connection, booking, restored } = await reconnected();
  await run(`update bookings set status = 'cancelled', link_wanted = false where id = ?`, [booking]);
  await run(`update conferences set state = 'deleted', called_at = now(), look_again_at = now() where booking_id = ?`, [
    booking,
  ]);
  await wakeBookings(deps, connection);
  expect(restored()).toHaveLength(1);
});

test('a second reconnect during the round restarts it', async () => {
  const { connection, restored } = await reconnected();
  const signals = {
    ...deps.signals,
    booking: async (...said: Parameters<typeof deps.signals.booking>) => {
      if (restored().length === 0)
        await run('update connections set wake_cursor = ? where id = ?', [
          new Date(LONG_AGO.getTime() + 1),
          connection,
        ]);
      await deps.signals.booking(...said);
    },
  };
  await wakeBookings({ ...deps, signals }, connection);
  expect(restored()).toHaveLength(2);
  expect(await cursorOf(connection)).toBeNull();
});

test('a disconnect during the round ends it', async () => {
  const { connection, restored } = await reconnected();
  const signals = {
    ...deps.signals,
    booking: async (...said: Parameters<typeof deps.signals.booking>) => {
      await run('update connections set wake_cursor = null where id = ?', [connection]);
      await deps.signals.booking(...said);
    },
  };
  await wakeBookings({ ...deps, signals }, connection);
  expect(restored()).toHaveLength(1);
  expect(await cursorOf(connection)).toBeNull();
});
