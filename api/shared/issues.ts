import type { z } from 'zod';
import { isSaid, type SaidKey, type Sentence, sentenceOf } from '#messages/says.ts';

/** Names the sentence of a check, as the error of a schema; `sentenceOfIssue` puts it into words. */
export const say = (key: SaidKey): string => key;

/** For parsing what people and programs send: names the sentence of each check whose schema names none. */
export const asKeys = { error: (issue: z.core.$ZodRawIssue): string => keyOf(issue) };

/** What is wrong, of an issue that was found with `asKeys`. */
export function sentenceOfIssue(issue: z.core.$ZodIssue): Sentence {
  return sentenceOf(isSaid(issue.message) ? issue.message : 'said.bad_value', argsOf(issue));
}

function keyOf(issue: z.core.$ZodRawIssue): SaidKey {
  const { code, input } = issue;
  if (input === undefined && (code === 'invalid_type' || code === 'invalid_value')) return 'said.required';
  if (code === 'invalid_type') return KEYS_OF_TYPES[issue.expected] ?? 'said.bad_value';
  if (code === 'invalid_value') return 'said.not_one_of';
  if (code === 'unrecognized_keys') return 'said.unknown_field';
  if (code === 'too_big') return MOST[kindOf(issue.origin)];
  if (code === 'too_small')
    return issue.origin === 'string' && issue.minimum === 1 ? 'said.required' : LEAST[kindOf(issue.origin)];
  return 'said.bad_value';
}

const KEYS_OF_TYPES: Readonly<Record<string, SaidKey>> = {
  string: 'said.not_text_here',
  number: 'said.not_a_number',
  int: 'said.not_whole',
};
const LEAST = { text: 'said.least_characters', list: 'said.least_entries', number: 'said.least' } as const;
const MOST = { text: 'said.most_characters', list: 'said.most_entries', number: 'said.most' } as const;

const kindOf = (origin: string): keyof typeof MOST =>
  origin === 'string' ? 'text' : origin === 'array' || origin === 'set' ? 'list' : 'number';

/** What varies in the sentence; a check of our own gives it as its `params`. */
function argsOf(issue: z.core.$ZodIssue): Record<string, string | number> {
  if (issue.code === 'too_small') return { least: String(issue.minimum) };
  if (issue.code === 'too_big') return { most: String(issue.maximum) };
  if (issue.code === 'invalid_value') return { values: issue.values.map(String).join(', ') };
  if (issue.code === 'unrecognized_keys') return { names: issue.keys.join(', ') };
  return issue.code === 'custom' ? { ...(issue.params as Record<string, string | number> | undefined) } : {};
}
