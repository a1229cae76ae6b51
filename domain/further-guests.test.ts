import { expect, test } from 'vitest';
import { guestsAsTyped, guestsIn } from './further-guests.ts';

test.each([
  'ann@example.com, Bo Lee <bo@example.com>',
  'ann@example.com\nBo Lee <bo@example.com>\n',
  'ann@example.com; "Bo Lee" <bo@example.com>;',
  // What Arabic and Japanese keyboards type for a comma
  'ann@example.com، Bo Lee <bo@example.com>',
  'ann@example.com؛ Bo Lee <bo@example.com>',
  'ann@example.com、Bo Lee <bo@example.com>',
  'ann@example.com，Bo Lee <bo@example.com>；',
])('people are read however they are set apart: %j', (text) => {
  const people = [{ email: 'ann@example.com' }, { email: 'bo@example.com', name: 'Bo Lee' }];
  expect(guestsIn(text)).toEqual(people);
  expect(guestsIn(guestsAsTyped(people))).toEqual(people);
});
