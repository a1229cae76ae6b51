import { said as de } from './de/said.ts';
import { said as en } from './en/said.ts';
import type { HostLanguage } from './languages.ts';
import type { Translation } from './translate.ts';

/** What the server says to hosts, by language. */
export const SAID: Readonly<Record<HostLanguage, Translation<typeof en>>> = { en, de };
