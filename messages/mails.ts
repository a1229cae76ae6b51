import { mails as ar } from './ar/mails.ts';
import { hostMails as deHost } from './de/host-mails.ts';
import { mails as de } from './de/mails.ts';
import { hostMails as enHost } from './en/host-mails.ts';
import { mails as en } from './en/mails.ts';
import { mails as es } from './es/mails.ts';
import { mails as fr } from './fr/mails.ts';
import { mails as it } from './it/mails.ts';
import { mails as ja } from './ja/mails.ts';
import type { HostLanguage, Language } from './languages.ts';
import { mails as nl } from './nl/mails.ts';
import { mails as pl } from './pl/mails.ts';
import { mails as ptBR } from './pt-BR/mails.ts';
import type { Translation } from './translate.ts';

export type MailMessages = typeof en;
export type HostMailMessages = typeof en & typeof enHost;

/** What mails and calendar files say to guests, by language. */
export const MAILS: Readonly<Record<Language, Translation<MailMessages>>> = {
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

/** What they say to hosts. */
export const HOST_MAILS: Readonly<Record<HostLanguage, Translation<HostMailMessages>>> = {
  en: { ...en, ...enHost },
  de: { ...de, ...deHost },
};
