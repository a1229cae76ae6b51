import { expect, test } from 'vitest';
import { keyOfLink, says, saysOfLink } from './says.ts';

test('a sentence is English, and what it says in other languages', () => {
  expect(says('said.most_keys', { most: 5 })).toEqual({
    text: 'You can have at most 5 API keys. Delete one first.',
    says: { code: 'most_keys', args: { most: '5' } },
  });
  expect(says('said.no_longer_possible', { status: 'cancelled', what: 'moved' }).text).toBe(
    'This booking is cancelled and can no longer be moved.',
  );
  // @ts-expect-error it says how many
  expect(() => says('said.most_keys')).toThrow('most');
});

test('a missing link is explained by the code of its problem, an unknown one as refused', () => {
  expect(saysOfLink('scopes_missing', 'Zoom').text).toBe(
    'The Zoom connection lacks a permission; the host has to reconnect.',
  );
  expect(keyOfLink('never_heard_of')).toBe('said.link.provider_refused');
});
