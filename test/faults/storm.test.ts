import { expect, test } from 'vitest';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const stack = useStack();
const scene = useScenes(stack);
const MINUTE_MS = 60_000;

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
}

async function bookAtOnce(
  { page, newGuest }: Awaited<ReturnType<typeof scene>>,
  starts: readonly string[],
): Promise<Answer[]> {
  return Promise.all(
    starts.map(async (startsAt): Promise<Answer> => {
      const guest = newGuest();
      const { name, email } = guest;
      const response = await guest.request('POST', `/api/v1/public/${page.handle}/${page.slug}/bookings`, {
        startsAt,
        guest: { name, email, timeZone: 'Europe/Paris' },
      });
      return { ...((await response.json()) as object), status: response.status };
    }),
  );
}

test('50 guests ask for the same slot at once: one has it, 49 are told so', async () => {
  const set = await scene();
  const slot = await set.freeTime(86_400_000);
  const answers = await bookAtOnce(
    set,
    Array.from({ length: 50 }, () => slot),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status, code }) => status === 409 && code === 'slot_taken')).toHaveLength(49);
});

test('50 guests ask for overlapping slots at once: no two that overlap, at least one, no 5xx', async () => {
  const set = await scene();
  const first = Date.parse(await set.freeTime(2 * 86_400_000));
  const starts = Array.from({ length: 50 }, (_, index) => new Date(first + (index % 8) * 10 * MINUTE_MS).toISOString());
  const answers = await bookAtOnce(set, starts);
  const taken = answers.filter(({ status }) => status === 201);
  expect(taken.length).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  const inOrder = taken.toSorted((a, b) => Date.parse(a.startsAt ?? '') - Date.parse(b.startsAt ?? ''));
  const gaps = inOrder
    .slice(1)
    .map(({ startsAt = '' }, index) => Date.parse(startsAt) - Date.parse(inOrder[index]?.endsAt ?? ''));
  expect(gaps.every((gap) => gap >= 0)).toBe(true);
});
