import { describe, expect, test } from 'vitest';
import { everyMailTo, READERS } from '#dev/mail-preview/every-mail.ts';
import type { Reader } from '#mail/message.ts';
import { mailLocale } from '#mail/texts.ts';
import { directionOf, HOST_LANGUAGES, type Language, LANGUAGES } from '#messages/languages.ts';
import { HOST_MAILS, MAILS } from '#messages/mails.ts';
import { lintIcs } from '#test/fixtures/ics-lint.ts';
import { render, seen, written } from '#test/fixtures/rendered-mail.ts';

const EDITIONS = [
  ...LANGUAGES.map((language) => ({ reader: 'guest' as const, language })),
  ...HOST_LANGUAGES.map((language) => ({ reader: 'host' as const, language })),
];

const everyMail = (reader: Reader, language: Language) =>
  everyMailTo(reader, READERS[language]).map(({ name, mail }) => ({ name, mail: render(mail) }));

describe.each(EDITIONS)('mails to a $reader in $language', ({ reader, language }) => {
  const mails = everyMail(reader, language);

  // What reviewers of a translation read.
  test('say this', async () => {
    const pages = mails.map(({ name, mail }) => `${'─'.repeat(24)} ${name}\n${written(mail)}`);
    await expect(pages.join('\n')).toMatchFileSnapshot(`__snapshots__/${reader}s.${language}.txt`);
  });

  test('tell programs their language and direction', () => {
    const direction = directionOf(language);
    for (const { mail } of mails) {
      expect(mail.html).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(mail.headers['Content-Language']).toBe(language);
      // Mail programs drop the outermost elements.
      expect(mail.html).toMatch(new RegExp(`<table[^>]*lang="${language}"[^>]*dir="${direction}"`));
    }
  });

  test('come with calendar files that programs accept', () => {
    for (const { name, mail } of mails) {
      if (mail.ics === null) continue;
      const { method, content } = mail.ics;
      expect([name, ...lintIcs(content, { method, attendees: [mail.to.address] })]).toEqual([name]);
    }
  });
});

test.each([
  ['guest', 'fr-CA', 'fr-CA'],
  ['guest', 'pt-PT', 'pt-PT'],
  ['guest', 'sv', 'en-GB'],
  ['host', 'de-AT', 'de-AT'],
  ['host', 'fr-CA', 'en-GB'],
] as const)('a %s of %s reads dates and words by %s', (reader, locale, written) => {
  expect(mailLocale(reader, locale)).toBe(written);
});

/** The longest part of a message into which nothing is written. */
const fixedPart = (message: string) =>
  message.split(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/).reduce((one, other) => (other.length > one.length ? other : one));

test.each(['guest', 'host'] as const)('every message to a %s is in these files', (reader) => {
  const read = everyMail(reader, 'en').map(({ mail }) => `${written(mail)}${seen(mail.html)}`);
  const all = read.join('\n').replaceAll('\\,', ',');
  const hosts = Object.entries(HOST_MAILS.en).filter(([key]) => key.startsWith('host.'));
  const messages = reader === 'host' ? hosts : Object.entries(MAILS.en);
  expect(messages.filter(([, message]) => !all.includes(fixedPart(message).trim())).map(([key]) => key)).toEqual([]);
});

/** What is the same in all languages: names, addresses, letters of zones. */
const NAMES =
  /Ring twice|Intro call|Dana Demo|Gus Guest|Fay Further|Main Street|Insytical|Zoom|Google Calendar|Outlook\.com|Microsoft 365|Tokyo|Riyadh|ext\. 45|\S+@\S+|(?:https?|mailto|tel):\S*|\b[A-Z]{2,11}\b|&(?:amp|quot|zwnj|nbsp);/g;

// Texts that the code holds itself would stay English in every language.
test.each(['ja', 'ar'] as const)('no mail to a guest in %s has an English word', (language) => {
  for (const { name, mail } of everyMail('guest', language)) {
    const all = `${written(mail)} ${mail.html.replace(/<style>[^]*?<\/style>|<[^>]*>/g, ' ')}`;
    expect([name, ...(all.replaceAll(NAMES, ' ').match(/[A-Za-z]{2,}/g) ?? [])]).toEqual([name]);
  }
});
