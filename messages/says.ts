import { translatorFor } from './compile.ts';
import { said } from './en/said.ts';

type Said = typeof said;
export type SaidKey = keyof Said;

/** Which message of `said.ts` a sentence is, without the area, and what varies in it. */
export interface Says {
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
}

/** A sentence of ours: in English for programs and logs, and as what it says for pages in the reader's language. */
export interface Sentence {
  readonly text: string;
  readonly says: Says;
}

const AREA = 'said.';
const english = translatorFor<Said>(said, 'en');

/** The arguments of a message, as the translator asks for them. */
type ArgsOf<Key extends SaidKey> = Parameters<typeof english<Key>> extends [unknown, ...infer Args] ? Args : never;

/** The sentence of a message: named where it is thrown or written down, and put into words nowhere else. */
export function says<Key extends SaidKey>(key: Key, ...args: ArgsOf<Key>): Sentence {
  return sentenceOf(key, args[0] as Given | undefined);
}

type Given = Readonly<Record<string, string | number>>;

/** Which message says why a booking has no link, by the code of its problem. */
export function keyOfLink(code: string): SaidKey {
  const key = `said.link.${code}`;
  return isSaid(key) ? key : 'said.link.provider_refused';
}

/** Why a booking has no link; `name` is the provider's. */
export const saysOfLink = (code: string, name: string): Sentence => sentenceOf(keyOfLink(code), { name });

/** Whether this is the key of a message. */
export const isSaid = (key: string): key is SaidKey => Object.hasOwn(said, key);

/** The same for a message that is known by its key alone; arguments that it has no place for do no harm. */
export function sentenceOf(key: SaidKey, args: Given = {}): Sentence {
  const texts = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, String(value)]));
  return { text: english.ifAny(key, texts) ?? '', says: { code: key.slice(AREA.length), args: texts } };
}
