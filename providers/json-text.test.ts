import { expect, test } from 'vitest';
import { readJson } from './json-text.ts';

test('texts of a provider lose what cannot be stored, and nothing else', () => {
  const read = readJson('{"id":"a\\u0000b","name":"\\ud83d","list":["😀 ok","\\udc00x"],"n":1}');
  expect(read).toEqual({ id: 'ab', name: '\uFFFD', list: ['😀 ok', '\uFFFDx'], n: 1 });
});

test('what is no JSON is undefined', () => expect(readJson('{')).toBeUndefined());
