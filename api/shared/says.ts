import type { z } from 'zod';
import { said as messages } from '#messages/en/said.ts';
import type { says } from './schema.ts';

const PREFIX = 'said.';
const SAID = Object.entries(messages).map(([key, text]) => ({ code: key.slice(PREFIX.length), text }));

const CODES = new Map(SAID.map(({ code, text }) => [text as string, code]));

/** Those with arguments, the wordiest first: what fits one may fit another that says less. */
const PATTERNS = SAID.filter(({ text }) => text.includes('{'))
  .toSorted((one, other) => other.text.length - one.text.length)
  .map(({ code, text }) => ({ code, pattern: patternOf(text) }));

function patternOf(text: string): RegExp {
  const escaped = text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll(/\{(\w+)\}/g, '(?<$1>.+?)')}$`);
}

/** The message of `messages/en/said.ts` that a sentence is; undefined for one that hosts' pages do not translate. */
export function saysOf(text: string): z.output<typeof says> {
  const code = CODES.get(text);
  if (code !== undefined) return { code, args: {} };
  for (const { code: one, pattern } of PATTERNS) {
    const found = pattern.exec(text);
    if (found !== null) return { code: one, args: { ...found.groups } };
  }
  return undefined;
}

/** A sentence for an answer. */
export const said = (text: string) => ({ text, says: saysOf(text) });
