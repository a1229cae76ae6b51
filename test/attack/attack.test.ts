import { expect, test } from 'vitest';
import { FLOODS } from './floods.ts';
import { halfSentBodies } from './half-sent.ts';
import { inOneBreath, unreadAnswers } from './not-reading.ts';
import { UNHARMED, unmailedGuests, useAttackedStack, withstand } from './stage.ts';

const stack = useAttackedStack();

test.each([halfSentBodies, unreadAnswers, inOneBreath, ...FLOODS])('$name', async (attack) => {
  expect(await withstand(stack, attack)).toEqual(UNHARMED);
});

test('afterwards every guest who booked has a meeting and a mail', async () => {
  expect(await unmailedGuests(stack)).toEqual([]);
});
