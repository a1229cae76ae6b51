import { expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { withLockedConference } from './locked-conference.ts';

const deps = await openWorkshop();

test('the booking is locked before its meeting, as everywhere, so that no two of them wait for each other', async () => {
  const host = await makeHost(deps);
  await makeConnection(deps, host, { provider: 'zoom' });
  const id = await bookTime(deps, await makeEventType(deps, host, { location: { kind: 'zoom' } }), at(0));
  const meeting = (await plan(deps, id)).conference?.conferenceId ?? '';
  const isFree = () =>
    deps.orm.em
      .fork()
      .execute('select 1 from bookings where id = ? for update nowait', [id])
      .then(
        () => true,
        () => false,
      );
  const others = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const holding = deps.orm.em.fork().transactional(async (em) => {
    await em.execute('select 1 from conferences where id = ? for update', [meeting]);
    held.resolve();
    await others.promise;
    await em.execute(`update conferences set failures = 3 where id = ?`, [meeting]);
  });
  await held.promise;
  expect(await isFree()).toBe(true);
  const seen = withLockedConference(deps, meeting, async (_em, booking, row) => [booking.id, row.failures]);
  await until('the booking to be locked', async () => !(await isFree()));
  others.resolve();
  await holding;
  // What is seen is no older than the lock.
  expect(await seen).toEqual([id, 3]);
});
