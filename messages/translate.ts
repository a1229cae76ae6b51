import type { GetICUArgs } from '@schummar/icu-type-parser';
import format, { type CompiledMessage, type FormatOptions, type FormatValues } from 'icu-minify/format';
import type { Language } from './languages.ts';

/** The messages of one part of the product as they are written: ICU MessageFormat by key, English with its own types. */
export type Messages = Readonly<Record<string, string>>;

/** The same, made ready by `compile.ts`, so that browsers need not parse them. */
export type Compiled<English extends Messages = Messages> = Readonly<Record<keyof English, CompiledMessage>>;

/** Every key of an English catalogue, as another language writes it. */
export type Translation<English extends Messages> = Readonly<Record<keyof English, string>>;

type Args<Text extends string> = GetICUArgs<
  Text,
  { ICUArgument: string | number; ICUNumberArgument: number; ICUDateArgument: never }
>;

/** The tags of a message: `strong` of "Until <strong>{time}</strong>". */
type TagsOf<Text extends string> = Text extends `${string}</${infer Tag}>${infer Rest}` ? Tag | TagsOf<Rest> : never;

/** Makes an element of what stands between a tag's ends. */
type Element<Part> = (children: (string | Part)[]) => Part;

/** Writes the messages of one catalogue in one language. */
export interface Translator<English extends Messages> {
  <Key extends keyof English>(
    key: Key,
    ...args: keyof Args<English[Key]> extends never ? [] : [args: Args<English[Key]>]
  ): string;
  readonly language: Language;
  /** A message whose key was made from what is not known here; null where there is none. */
  ifAny(key: string, args?: Readonly<Record<string, string>>): string | null;
  /** A message with tags, each of which is made an element. */
  rich<Key extends keyof English, Part>(
    key: Key,
    args: Args<English[Key]> & Readonly<Record<TagsOf<English[Key]>, Element<Part>>>,
  ): (string | Part)[];
}

const rules = new Map<string, Intl.PluralRules>();

function pluralRules(language: string): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}

/** Digits stay those of the times beside them, and the same in every browser. */
const plainNumbers = { format: String } as unknown as Intl.NumberFormat;

const OPTIONS: FormatOptions = {
  formatters: {
    getPluralRules: (language) => pluralRules(String(language)),
    getNumberFormat: () => plainNumbers,
    getDateTimeFormat: () => {
      throw new Error('Times are written by domain/time-texts.ts');
    },
  },
};

/** A translator of compiled messages: what browsers use. The backend's is `translatorFor` of `compile.ts`. */
export function translatorOf<English extends Messages>(
  compiled: Compiled<English>,
  language: Language,
): Translator<English> {
  const write = <Part>(key: keyof English, values?: object) =>
    format<Part>(compiled[key], language, values as FormatValues<Part>, OPTIONS);
  const translate = (key: keyof English, values?: object) => write<string>(key, values) as string;
  const rich = <Part>(key: keyof English, values: object) => [write<Part>(key, values)].flat() as (string | Part)[];
  return Object.assign(translate, {
    language,
    rich,
    ifAny: (key: string, args?: object) => (key in compiled ? translate(key, args) : null),
  }) as Translator<English>;
}
