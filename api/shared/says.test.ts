import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { said } from '#messages/en/said.ts';
import { saysOf } from './says.ts';

test.each([
  ['This handle is taken. Choose another one.', { code: 'handle_taken', args: {} }],
  ['At most 80 characters.', { code: 'most_characters', args: { most: '80' } }],
  ['At most 64 kB.', { code: 'most_kilobytes', args: { most: '64' } }],
  [
    'This booking is cancelled and can no longer be moved.',
    { code: 'no_longer_possible', args: { status: 'cancelled', what: 'moved' } },
  ],
  ['The Zoom meeting was created.', { code: 'meeting_created', args: { name: 'Zoom' } }],
  ['The meeting was moved at Zoom.', { code: 'moved_there', args: { name: 'Zoom' } }],
  ['The meeting was moved at Zoom; the booking follows.', { code: 'moved_there_followed', args: { name: 'Zoom' } }],
  [
    'Codes were tried for this account too often from your network. Please try again later.',
    { code: 'too_often_network', args: { what: 'Codes were tried for this account' } },
  ],
  ['A sentence that is not known.', undefined],
])('%s', (sentence, says) => {
  expect(saysOf(sentence)).toEqual(says);
});

const ROOT = join(import.meta.dirname, '../..');
/** Said by the page itself, or with the unit as its argument. */
const NOT_LITERAL = ['offline', 'timeout', 'most_megabytes'];

/** What stands between the arguments of a message, sentence by sentence. */
const partsOf = (text: string) => text.split(/\{\w+\}|(?<=\.) /).map((part) => part.trim());

test('every sentence is one that the server says, word by word', async () => {
  const sources: string[] = [];
  for await (const file of glob('{activities,api,commands,domain,providers}/**/*.ts', {
    cwd: ROOT,
    exclude: ['**/node_modules/**'],
  }))
    if (!file.endsWith('.test.ts')) sources.push(await readFile(join(ROOT, file), 'utf8'));
  const server = sources.join('\n');
  const strange = Object.entries(said).filter(
    ([key, text]) =>
      !NOT_LITERAL.includes(key.slice('said.'.length)) && !partsOf(text).every((part) => server.includes(part)),
  );
  expect(strange.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
});

test('no two codes say the same', () => {
  const texts = Object.values(said);
  expect(new Set(texts).size).toBe(texts.length);
});
