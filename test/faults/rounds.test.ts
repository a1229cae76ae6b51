import { expect, test } from 'vitest';
import type { Scene } from '#test/scenes/scene.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const stack = useStack();
const scene = useScenes(stack);

/** A round takes about a second of two processors; STORM_ROUNDS says otherwise. */
const ROUNDS = Number(process.env['STORM_ROUNDS'] ?? 20);
const GUESTS = 200;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Everybody asks at once for a start each; `waited` is what the last of them waited, in milliseconds. */
async function rush({ page, newGuest }: Scene, starts: readonly string[]) {
  const guests = starts.map((startsAt) => ({ startsAt, guest: newGuest() }));
  const began = performance.now();
  const answers = await Promise.all(
    guests.map(async ({ startsAt, guest }): Promise<Answer> => {
      const { name, email } = guest;
      const body = { startsAt, guest: { name, email, timeZone: 'Asia/Kolkata' } };
      const answer = await guest.request('POST', `/api/v1/public/${page.handle}/${page.slug}/bookings`, body);
      return { ...((await answer.json()) as Answer), status: answer.status };
    }),
  );
  return { answers, waited: performance.now() - began };
}

const summary = (answers: readonly Answer[]) => {
  const words = answers.map(({ status, code }) => (status === 201 ? 'booked' : `${status} ${code}`));
  return Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
};

function overlapping(taken: readonly Answer[]): number {
  const inOrder = taken.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  return inOrder.filter(({ startsAt }, index) => index > 0 && startsAt < (inOrder[index - 1]?.endsAt ?? '')).length;
}

const isOneOf = (answers: readonly Answer[], codes: readonly string[]) =>
  answers.every(({ status, code = '' }) => status === 201 || (status === 409 && codes.includes(code)));

test(`${GUESTS} guests want one time, ${ROUNDS} rounds: one gets it, all others are refused, none waits long`, async () => {
  const set = await scene();
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const slot = await set.freeTime((2 + round) * DAY_MS);
    const { answers, waited } = await rush(
      set,
      Array.from({ length: GUESTS }, () => slot),
    );
    expect(summary(answers)).toEqual({ booked: 1, '409 slot_taken': GUESTS - 1 });
    waits.push(waited);
  }
  tellWaits('one time', waits);
});

test(`${GUESTS} guests want eight overlapping times, ${ROUNDS} rounds: no two that overlap, always one`, async () => {
  const set = await scene();
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = Date.parse(await set.freeTime((2 + round) * DAY_MS));
    const starts = Array.from({ length: GUESTS }, (_, index) =>
      new Date(first + (index % 8) * 10 * MINUTE_MS).toISOString(),
    );
    const { answers, waited } = await rush(set, starts);
    const taken = answers.filter(({ status }) => status === 201);
    expect(taken.length).toBeGreaterThan(0);
    expect(overlapping(taken)).toBe(0);
    expect(summary(answers.filter((answer) => !isOneOf([answer], ['slot_taken'])))).toEqual({});
    waits.push(waited);
  }
  tellWaits('eight overlapping times', waits);
});

test(`a host's two clicks on Confirm, ${ROUNDS} rounds: one change, and both are told it is confirmed`, async () => {
  const set = await scene({ rules: { requiresConfirmation: true } });
  for (let round = 0; round < ROUNDS; round += 1) {
    const { booking } = await set.book((2 + round) * DAY_MS);
    const click = () => set.host.json('POST', `/api/v1/bookings/${booking.id}/confirm`, {});
    const clicked = await Promise.all([click(), click()]);
    for (const answer of clicked) expect(answer).toMatchObject({ status: 'confirmed', revision: 2 });
    const { timeline } = await set.host.booking(booking.id);
    expect(timeline.filter(({ kind }) => kind === 'confirmed')).toHaveLength(1);
  }
});

test(`a guest moves onto the time another books, ${ROUNDS} rounds: one has it, the other is told`, async () => {
  const set = await scene();
  for (let round = 0; round < ROUNDS; round += 1) {
    const { guest, booking } = await set.book((2 + round) * DAY_MS);
    const wanted = new Date(Date.parse(booking.startsAt) + 60 * MINUTE_MS).toISOString();
    const [moved, { answers }] = await Promise.all([
      guest.request('POST', `/api/v1/public/bookings/${booking.token}/reschedule`, { startsAt: wanted }),
      rush(set, [wanted]),
    ]);
    const won = [moved.status === 200, answers[0]?.status === 201];
    expect(won.filter(Boolean)).toHaveLength(1);
    const lost = won[0] ? answers[0] : ((await moved.json()) as Answer);
    expect(lost).toMatchObject({ status: 409, code: 'slot_taken' });
    expect((await guest.read(booking.token)).startsAt).toBe(won[0] ? wanted : booking.startsAt);
  }
});

/** How long is long depends on the machine and on who else uses it: here it is told, and held to only very roughly. */
function tellWaits(what: string, waits: readonly number[]): void {
  const ms = waits.map(Math.round);
  console.log(`${GUESTS} guests, ${what}: the last answer of each round after ${ms.join(', ')} ms`);
  expect(Math.max(...ms)).toBeLessThan(10_000);
}
