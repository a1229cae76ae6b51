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

const perSecond = (wakes: readonly number[]) => [...Map.groupBy(wakes, (wake) => wake)].map(([, all]) => all.length);

test('a few reminders come on time; more take turns, ten a second, and keep their turn', async () => {
  const wakes = await wakesOf(32, 60, 0);
  expect(wakes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 0));
  expect(perSecond(wakes)).toEqual([10, 10, 10, 2]);
  expect(Math.max(...wakes)).toBe(3);
}, 180_000);

test('none comes later than a twelfth of its notice: where all turns are taken they are shared', async () => {
  const wakes = await wakesOf(25, 1, 300);
  expect(Math.max(...wakes)).toBeLessThan(5);
  const short = await wakesOf(30, 1, 300);
  expect([...wakes, ...short].filter((wake) => wake < 0 || wake > 5)).toEqual([]);
  expect(perSecond([...wakes, ...short])).toEqual([11, 11, 11, 11, 11]);
}, 180_000);
