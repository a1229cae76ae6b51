import compile from 'icu-minify/compile';
import type { Language } from './languages.ts';
import { type Compiled, type Messages, type Translation, type Translator, translatorOf } from './translate.ts';

const known = new WeakMap<Messages, Compiled>();

/** A catalogue as browsers take it. @throws SyntaxError where a message is no ICU MessageFormat */
export function compiled<English extends Messages>(messages: Translation<English>): Compiled<English> {
  let made = known.get(messages);
  if (made === undefined) {
    made = Object.fromEntries(Object.entries<string>(messages).map(([key, text]) => [key, compile(text)]));
    known.set(messages, made);
  }
  return made as Compiled<English>;
}

/** Writes a catalogue's messages in the language it is written in. */
export const translatorFor = <English extends Messages>(
  messages: Translation<English>,
  language: Language,
): Translator<English> => translatorOf<English>(compiled<English>(messages), language);
