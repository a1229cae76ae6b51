import { expect, test } from 'vitest';
import { Connection } from '#db/entities/connection.ts';
import { makeConnection, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { wakeToPoll } from './wake-to-poll.ts';

const MINUTE_MS = 60_000;
const deps = await openWorkshop({ environment: { POLL_MS: String(15 * MINUTE_MS) } });
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);

async function wakes(changes: Partial<Connection>): Promise<boolean> {
  const connection = await makeConnection(deps, await makeHost(deps), changes);
  const meeting = { connection: connection.id, provider: 'zoom', providerMeetingId: '81234567890' };
  const isWoken = await deps.orm.em.fork().transactional((em) => wakeToPoll(em, deps, meeting));
  const after = await deps.orm.em.fork().findOneOrFail(Connection, { id: connection.id });
  // Overdue from now on: should the signal be lost, it is given again.
  expect((after.nextWakeAt?.getTime() ?? Infinity) <= Date.now()).toBe(isWoken);
  return isWoken;
}

test.each([
  ['asleep for days', inMinutes(7 * 1_440)],
  ['asleep for ever', null],
])('%s, it is woken by its first meeting', async (_name, nextWakeAt) => {
  expect(await wakes({ nextWakeAt })).toBe(true);
});

test('one that polls anyway is left to its rhythm', async () => {
  expect(await wakes({ nextWakeAt: inMinutes(17) })).toBe(false);
});

test('one that is of no use is not woken', async () => {
  expect(await wakes({ nextWakeAt: null, state: 'reconnect_needed', cause: 'token_dead' })).toBe(false);
});
