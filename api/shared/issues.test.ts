import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { bookingRequest } from '../guest/schema.ts';
import { newEventType } from '../event-types/schema.ts';
import { validationProblem } from '../to-problem.ts';
import { asKeys, say } from './issues.ts';

const ROOT = join(import.meta.dirname, '../..');

function saidOf(schema: z.ZodType, value: unknown) {
  const { error } = schema.safeParse(value, asKeys);
  const errors = error === undefined ? [] : (validationProblem(error).facts.errors ?? []);
  return errors.map(({ sentence: { text, says } }) => [text, says.code]);
}

test.each([
  [z.string(), undefined, 'Required.', 'required'],
  [z.string(), 5, 'Enter text.', 'not_text_here'],
  [z.string().min(1), '', 'Required.', 'required'],
  [z.string().min(3), 'ab', 'At least 3 characters.', 'least_characters'],
  [z.string().max(3), 'abcd', 'At most 3 characters.', 'most_characters'],
  [z.int(), 'x', 'Enter a number.', 'not_a_number'],
  [z.int(), 1.5, 'Enter a whole number.', 'not_whole'],
  [z.int().min(1), 0, 'At least 1.', 'least'],
  [z.int().max(1_440), 1_441, 'At most 1440.', 'most'],
  [z.array(z.int()).max(1), [1, 2], 'At most 1 entries.', 'most_entries'],
  [z.enum(['a', 'b']), 'c', 'Choose one of: a, b.', 'not_one_of'],
  [z.strictObject({}), { x: 1 }, 'There is no such field: x.', 'unknown_field'],
  [z.uuid(), 'x', 'This value is not valid.', 'bad_value'],
  [z.int().max(9, say('said.most_durations')), 10, 'At most 9 further durations.', 'most_durations'],
])('a schema’s issue %# is a sentence of ours', (schema, value, text, code) => {
  expect(saidOf(schema, value)).toEqual([[text, code]]);
});

test('what schemas of ours find has its code', () => {
  const guest = { name: 'Ann', email: `${'a'.repeat(65)}@example.com`, timeZone: 'Europe/Berlin' };
  expect(saidOf(bookingRequest, { startsAt: '2026-12-01', guest })).toEqual([
    ['Enter a date and time such as 2026-12-01T09:00:00Z.', 'bad_date_time'],
    ['At most 64 characters before the @.', 'most_before_at'],
  ]);
  const kept = { title: 'Talk', reminderMinutes: [1, 2, 3, 4, 5, 6], slug: 'Not a slug' };
  expect(saidOf(newEventType, kept)).toEqual([
    ['Use lowercase letters, digits and hyphens.', 'bad_slug'],
    ['At most 5 reminders.', 'most_reminders'],
  ]);
});

/** A sentence written out where a schema names its error: it has no code. */
const WRITTEN_OUT =
  /(?:error: |\.(?:max|min|length|refine|regex)\([^'`\n]*(?:\/[^\n]*\/[a-z]*)?, )['`][A-Z][^'`]*['`]/g;

test('no schema writes a sentence of its own', async () => {
  const found: string[] = [];
  for await (const file of glob('api/**/*.ts', { cwd: ROOT, exclude: (name) => name.endsWith('.test.ts') })) {
    const source = await readFile(join(ROOT, file), 'utf8');
    if (source.includes("from 'zod'"))
      found.push(...(source.match(WRITTEN_OUT) ?? []).map((text) => `${file}: ${text}`));
  }
  expect(found).toEqual([]);
});
