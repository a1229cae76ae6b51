import { pages as en } from './en/pages.ts';
import type { Language } from './languages.ts';
import type { Translation } from './translate.ts';

export type Pages = typeof en;

/** What guests' pages say, by language. */
export const PAGES: Readonly<Partial<Record<Language, Translation<Pages>>>> = { en };
