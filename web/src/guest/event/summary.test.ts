import { expect, test } from 'vitest';
import { initialsOf } from './summary.tsx';

test.each([
  ['Ann Lee', 'AL'],
  ['ann', 'A'],
  ['E\u0301mile van Zo\u0308est', 'E\u0301Z'],
  ['👩‍👩‍👧‍👦 Family', '👩‍👩‍👧‍👦F'],
  ['🇩🇪 Office', '🇩🇪O'],
  ['👍🏽', '👍🏽'],
  ['', ''],
])('the initials of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
