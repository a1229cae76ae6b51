import { createElement, Fragment, type ReactNode } from 'react';
import type { PageData } from '#api/pages/schema.ts';
import type { Language } from '#messages/languages.ts';
import type { Pages } from '#messages/pages.ts';
import { type Compiled, type Translator, translatorOf } from '#messages/translate.ts';

/**
 * Writes the messages of the page in its language. Set before a page is drawn: once in the browser, and on the server,
 * which draws each page in one go, before each.
 */
export let t: Translator<Pages>;

/** From now on pages are written by these messages. */
export function writeIn(language: Language, messages: Compiled<Pages>): void {
  t = translatorOf<Pages>(messages, language);
}

/** Loads what parts of the page say and look like that are loaded later; at hand where the page was not hydrated. */
export let loadLater = async (): Promise<unknown> => undefined;

const messagesIn = async (path: string) =>
  ((await import(/* @vite-ignore */ path)) as { default: Compiled<Pages> }).default;

/** Loads what the page says at first. */
export async function loadMessages({ files: { messages, later }, reader }: PageData): Promise<void> {
  const known = { ...(await messagesIn(messages!)) };
  writeIn(reader.language, known);
  loadLater = () =>
    Promise.all([addStyle(later!.style), messagesIn(later!.messages).then((more) => Object.assign(known, more))]);
}

/** Loads a style once; the page is usable without it. */
const addStyle = (href: string) =>
  document.querySelector(`link[href="${href}"]`) ??
  new Promise((resolve) => {
    const link = document.createElement('link');
    document.head.append(Object.assign(link, { rel: 'stylesheet', href, onload: resolve, onerror: resolve }));
  });

/** A message with tags as React's elements. */
export const rich = <Key extends keyof Pages>(key: Key, args: Parameters<typeof t.rich<Key, ReactNode>>[1]) =>
  createElement(Fragment, null, ...t.rich<Key, ReactNode>(key, args));

/** Elements of tags: names, times and numbers, which no browser shall translate, and a link. */
export const name = (children: ReactNode[]) => createElement('bdi', { translate: 'no' }, ...children);
export const time = (children: ReactNode[]) => createElement('span', { translate: 'no' }, ...children);
export const privacyLink = (children: ReactNode[]) => createElement('a', { href: '/privacy' }, ...children);
