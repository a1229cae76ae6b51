import { describe, expect, test } from 'vitest';
import { sampleMail } from '#dev/mail-preview/samples.ts';
import { directed, isolated, withoutIsolates } from '#mail/direction.ts';
import { render } from '#test/fixtures/rendered-mail.ts';

describe('words written into a sentence', () => {
  test.each([
    ['rtl', 'Dana Demo', '\u2068Dana Demo\u2069'],
    ['rtl', '+49 30 1234567', '\u2068+49 30 1234567\u2069'],
    ['rtl', 'محمد رضا', 'محمد رضا'],
    ['rtl', 'رابط \u2068Zoom\u2069', 'رابط \u2068Zoom\u2069'],
    ['rtl', 'https://zoom.us/j/1', 'https://zoom.us/j/1'],
    ['ltr', 'محمد رضا', '\u2068محمد رضا\u2069'],
    ['ltr', 'Dana Demo', 'Dana Demo'],
    ['ltr', '山田 太郎', '山田 太郎'],
  ] as const)('from %s are fenced off where they read the other way: %s', (direction, words, fenced) => {
    expect(isolated(words, direction)).toBe(fenced);
    expect(withoutIsolates(fenced)).toBe(withoutIsolates(words));
  });

  test('do so in the sentences of a mail and not in its head or the name of its calendar entry', () => {
    const mail = render(sampleMail('confirmed', 'guest', { hostName: 'محمد رضا' }));
    expect(mail.text).toContain('You’re meeting \u2068محمد رضا\u2069');
    expect(mail.subject).toContain('with محمد رضا,');
    expect(mail.ics?.content).toContain('SUMMARY:Intro call with محمد رضا\r\n');
  });
});

test('a subject is laid out in its language’s direction, even behind a name', () => {
  expect([directed('Dana', 'ltr'), directed('Dana', 'rtl')]).toEqual(['Dana', '\u200FDana']);
});
