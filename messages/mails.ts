import { hostMails as enHost } from './en/host-mails.ts';
import { mails as en } from './en/mails.ts';
import type { Language } from './languages.ts';
import type { Translation } from './translate.ts';

export type MailMessages = typeof en;
export type HostMailMessages = typeof en & typeof enHost;

/** What mails and calendar files say to guests, by language. */
export const MAILS: Readonly<Partial<Record<Language, Translation<MailMessages>>>> = { en };

/** What they say to hosts. */
export const HOST_MAILS: Readonly<Partial<Record<Language, Translation<HostMailMessages>>>> = {
  en: { ...en, ...enHost },
};
