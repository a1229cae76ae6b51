import { pages as ar } from './ar/pages.ts';
import { pages as de } from './de/pages.ts';
import { pages as en } from './en/pages.ts';
import { pages as es } from './es/pages.ts';
import { pages as fr } from './fr/pages.ts';
import { pages as it } from './it/pages.ts';
import { pages as ja } from './ja/pages.ts';
import type { Language } from './languages.ts';
import { pages as nl } from './nl/pages.ts';
import { pages as pl } from './pl/pages.ts';
import { pages as ptBR } from './pt-BR/pages.ts';
import type { Translation } from './translate.ts';

export type Pages = typeof en;

/** What guests' pages say, by language. */
export const PAGES: Readonly<Record<Language, Translation<Pages>>> = {
  en,
  de,
  fr,
  es,
  'pt-BR': ptBR,
  it,
  nl,
  pl,
  ja,
  ar,
};
