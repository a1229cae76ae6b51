import type { Says } from '../../shared/api.ts';
import { t } from '../text.ts';

/** A sentence of the server in the language of the page; as the server says it where it has no code known here. */
export function said(text: string, says?: Says): string {
  if (says === undefined) return text;
  const args = Object.entries(says.args).map(([name, value]) => [name, wordOf(value)]);
  return t.ifAny(`said.${says.code}`, Object.fromEntries(args)) ?? text;
}

/** What varies in a sentence is a name or a number, or a word such as a booking's state. */
const wordOf = (value: string) => t.ifAny(`said.word.${value.replaceAll(' ', '_')}`) ?? value;
