import { pages as en } from './en/pages.ts';
import type { Language } from './languages.ts';
import type { Translation } from './translate.ts';

/** What guests' pages say, by language. */
export const PAGES: Readonly<Partial<Record<Language, Translation<typeof en>>>> = { en };
