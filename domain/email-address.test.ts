import { describe, expect, test } from 'vitest';
import { isEmailAddress, mailtoUri, storedEmail } from './email-address.ts';

const LONGEST_DOMAIN = `${'d'.repeat(61)}.${'d'.repeat(61)}.${'d'.repeat(61)}.org`;

test.each([
  'ann@example.com',
  'r&d@example.com',
  "o'brien+x@example.com",
  "!#$%&'*+/=?^_`{|}~-@example.com",
  'a.b.c@mail.example.co.uk',
  `${'a'.repeat(64)}@${LONGEST_DOMAIN}`,
  'ann@xn--mller-kva.example',
  'ann@example.xn--p1ai',
  'ann@3com.example',
])('%s can be mailed', (address) => {
  expect(isEmailAddress(address)).toBe(true);
});

test.each([
  '',
  'ann',
  'ann@',
  '@example.com',
  'ann@example',
  'ann@localhost',
  '.ann@example.com',
  'ann.@example.com',
  'a..b@example.com',
  'a b@example.com',
  '"a b"@example.com',
  'ann@@example.com',
  'ann@bob@example.com',
  'ann(x)@example.com',
  'ann,bob@example.com',
  '<ann@example.com>',
  'ann@example.com\r\nRCPT TO:<bob@example.com>',
  'ann@-example.com',
  'ann@example-.com',
  'ann@exa_mple.com',
  'ann@127.0.0.1',
  'ann@[127.0.0.1]',
  'ann@example.com:25',
  'änn@example.com',
  'ann@müller.example',
  `${'a'.repeat(65)}@example.com`,
  `${'a'.repeat(64)}@d${LONGEST_DOMAIN}`,
  `ann@${'d'.repeat(64)}.com`,
])('%s cannot', (address) => {
  expect(isEmailAddress(address)).toBe(false);
});

describe('what is stored of an address as people type it', () => {
  test.each([
    [' ann@example.com ', 'ann@example.com'],
    ['Ann.Lee@Example.COM', 'Ann.Lee@example.com'],
    ['ann@example.com.', 'ann@example.com'],
    ['ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ann@example.com'],
    ['ann@例え。jp', 'ann@xn--r8jz45g.jp'],
    ['ann@MÜLLER.example', 'ann@xn--mller-kva.example'],
    ['ann@пример.рф', 'ann@xn--e1afmkfd.xn--p1ai'],
    ['ann@straße.example', 'ann@xn--strae-oqa.example'],
  ])('%s is %s', (typed, stored) => {
    expect(storedEmail(typed)).toBe(stored);
    expect(isEmailAddress(stored)).toBe(true);
    expect(storedEmail(stored)).toBe(stored);
  });

  test.each(['ann', 'ann@1.2', 'ann@0x7f.1', 'ann@example.com/x', 'ann@a b.com', 'ann@%65xample.com', 'ann@a:1@b'])(
    '%s is made no address',
    (typed) => {
      expect(isEmailAddress(storedEmail(typed))).toBe(false);
    },
  );
});

test.each([
  ["o'brien+x@example.com", "mailto:o'brien+x@example.com"],
  ['r&d@example.com', 'mailto:r%26d@example.com'],
  ['100%/#?=^`{|}@example.com', 'mailto:100%25%2F%23%3F%3D%5E%60%7B%7C%7D@example.com'],
])('%s is written %s', (address, uri) => {
  expect(mailtoUri(address)).toBe(uri);
});
