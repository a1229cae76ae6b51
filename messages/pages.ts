import { pages as ar } from './ar/pages.ts';
import { pages as en } from './en/pages.ts';
import { pages as ja } from './ja/pages.ts';
import type { Language } from './languages.ts';
import { pages as nl } from './nl/pages.ts';
import { pages as pl } from './pl/pages.ts';
import type { Translation } from './translate.ts';

export type Pages = typeof en;

/** What guests' pages say, by language. */
export const PAGES: Readonly<Partial<Record<Language, Translation<Pages>>>> = { en, nl, pl, ja, ar };
