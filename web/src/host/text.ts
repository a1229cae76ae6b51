import { cloneElement, createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import type { host as english } from '#messages/en/host.ts';
import { type Compiled, type Translator, translatorOf } from '#messages/translate.ts';
import type { HostLanguage } from './writing.ts';

type Host = typeof english;

/** Messages without arguments: what tables of words are made of, said by `t` once they are shown. */
export type Words = { [Key in keyof Host]: Host[Key] extends `${string}{${string}` ? never : Key }[keyof Host];

/** Says a message in the language of the page. */
export let t: Translator<Host>;

/** Has `t` speak a language; to be called before anything is shown. */
export function speak(messages: Compiled<Host>, language: HostLanguage): void {
  t = translatorOf(messages, language);
}

type RichArgs<Key extends keyof Host> = Parameters<typeof t.rich<Key, ReactNode>>[1];
type Tags<Args> = {
  [Name in keyof Args]: Args[Name] extends (...children: never[]) => unknown ? ReactElement : Args[Name];
};

/** Says a message with elements in it, each given empty by the name of its tag. `<n>` is for what browsers must not translate. */
export function rich<Key extends keyof Host>(key: Key, args: Omit<Tags<RichArgs<Key>>, 'n'>): ReactNode {
  const tags = Object.entries({ n: createElement('span', { translate: 'no' }), ...args }).map(([name, value]) => [
    name,
    isValidElement(value) ? (children: ReactNode[]) => cloneElement(value, {}, ...children) : value,
  ]);
  return createElement(Fragment, null, ...t.rich<Key, ReactNode>(key, Object.fromEntries(tags) as RichArgs<Key>));
}
