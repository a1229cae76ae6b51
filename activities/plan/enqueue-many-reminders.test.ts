import { expect, test } from 'vitest';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { drainMails, openWorkshop, plan } from '#test/fixtures/workshop.ts';

const deps = await openWorkshop();

/** When so many hosts' bookings of one time wake for their reminders, in seconds after these fall due. */
async function wakesOf(count: number, minutesAhead: number, startsIn: number): Promise<number[]> {
  const wakes: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const type = await makeEventType(deps, await makeHost(deps), { reminderMinutes: [minutesAhead] });
    const id = await bookTime(deps, type, at(startsIn));
    await drainMails(deps, id);
    const { wakeAt } = await plan(deps, id);
    expect((await plan(deps, id)).wakeAt).toBe(wakeAt);
    wakes.push(((wakeAt ?? 0) - at(startsIn - minutesAhead).getTime()) / 1_000);
  }
  return wakes;
}

test('reminders of one moment take turns, and keep them', async () => {
  const wakes = await wakesOf(32, 60, 0);
  expect(wakes.filter((wake) => wake < 0 || wake > 30 || !Number.isInteger(wake))).toEqual([]);
  // That 32 ids all hash into four of thirty seconds happens once in 10^27 runs.
  expect(new Set(wakes).size).toBeGreaterThan(4);
}, 180_000);

test('none comes later than a twelfth of its notice', async () => {
  const wakes = await wakesOf(16, 1, 300);
  expect(wakes.filter((wake) => wake < 0 || wake > 5)).toEqual([]);
}, 180_000);
