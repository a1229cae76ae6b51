import { type AddressObject, simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { READERS } from '#dev/mail-preview/every-mail.ts';
import { context, EVERY_MAIL, sampleConnectionMail, sampleMail } from '#dev/mail-preview/samples.ts';
import type { RenderedMail } from '#mail/message.ts';
import { renderBookingMail, renderConnectionMail } from '#mail/render.ts';
import { writeMail } from '#mail/transport.ts';

const encoded = (text: string, charset = 'utf-8') => `=?${charset}?B?${Buffer.from(text).toString('base64')}?=`;

/** What people could call themselves, so that a mail program shows or does something else than they are. */
const NAMES: Readonly<Record<string, string>> = {
  'an encoded address': encoded('Bank <security@bank.example>'),
  'an encoded address in quoted-printable': '=?utf-8?Q?Bank_=3Csecurity=40bank.example=3E?=',
  'an address encoded twice': encoded(encoded('security@bank.example')),
  'encoded words within each other': '=?=?utf-8?Q?security=40bank.example?=?=',
  'an encoded word in wide letters': '＝？utf-8？Q？security=40bank.example？＝',
  'an encoded word broken by invisible characters': '=\u200B?utf-8?Q?security=40bank.example?\u2060=',
  'an encoded link': encoded('Your account is locked: https://evil.example/login'),
  'an address': 'security@bank.example',
  'an address in wide letters': 'security＠bank．example',
  'a mailbox': '"Bank" <security@bank.example>',
  'a link': 'Log in at https://evil.example/login',
  'a link without a scheme': 'www.evil.example/login',
  'a domain in two scripts': 'ｅｖｉｌ。example',
  'a domain broken by invisible characters': 'evil\u200B.\u200Bexample',
  'letters that turn around': 'Gus \u202Eelpmaxe.live\u202C Guest',
  'letters that turn around in isolation': 'Gus \u2066\u2069\u061C\u200E\u200F Guest',
  'invisible tags': `Gus${String.fromCodePoint(0xe0041, 0xe007f)} Guest`,
};

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;
const LINK = /:\/\/|www\.\p{L}|evil\.example|bank\.example|=\?|@/iu;

const mailboxes = (address: AddressObject | AddressObject[] | undefined) =>
  [address ?? []].flat().flatMap(({ value }) => value);

/** What a mail program makes of the mail's head. */
async function headOf(rendered: RenderedMail) {
  const { source } = await writeMail({ ...rendered, messageId: '<1@insytical.com>' });
  const mail = await simpleParser(Buffer.from(source, 'latin1'));
  const [from, to, replyTo] = [mailboxes(mail.from), mailboxes(mail.to), mailboxes(mail.replyTo)];
  return {
    from,
    to,
    replyTo,
    subject: mail.subject ?? '',
    shown: [...from, ...to, ...replyTo].map(({ name }) => name),
  };
}

describe.each(Object.entries(NAMES))('%s as a name', (_, name) => {
  test.each(EVERY_MAIL)('stays a name in the mail "$kind" to the $reader', async ({ kind, reader }) => {
    const mail = renderBookingMail(
      sampleMail(kind, reader, { hostName: name, guestName: name, title: 'Talk' }),
      context,
    );
    const { from, to, replyTo, subject, shown } = await headOf(mail);
    const [own, other] = reader === 'host' ? ['dana', 'gus'] : ['gus', 'dana'];
    expect([from, to, replyTo].map((list) => list.map(({ address }) => address))).toEqual([
      [context.from],
      [`${own}@example.com`],
      [`${other}@example.com`],
    ]);
    for (const text of [...shown, subject]) expect(text).not.toMatch(LINK);
    for (const text of [...shown, subject, mail.text, mail.ics?.content.replaceAll('\r\n ', '') ?? '']) {
      expect(text).not.toMatch(/evil\.example|bank\.example/i);
      expect(text).not.toMatch(INVISIBLE);
    }
  });

  test.each(['confirmed', 'cancelled', 'reminder'] as const)('stays one as the title of a meeting %s', async (kind) => {
    const { subject } = await headOf(renderBookingMail(sampleMail(kind, 'guest', { title: name }), context));
    expect(subject).not.toMatch(/=\?|:\/\//);
    expect(subject).not.toMatch(INVISIBLE);
  });

  test('stays one in the mail about a connection', async () => {
    const { to, shown } = await headOf(renderConnectionMail({ ...sampleConnectionMail, hostName: name }, context));
    expect(to.map(({ address }) => address)).toEqual(['dana@example.com']);
    expect(shown.join(' ')).not.toMatch(LINK);
  });
});

/** Our own fences around words that read from left to right, and the mark that an Arabic subject begins with. */
const FENCED = /\u2068[^\u2068\u2069]*\u2069/g;
const MARK = /^\u200F/;

describe.each(Object.entries({ ...NAMES, 'the end of a fence': 'Gus \u2069\u2069 \u2067Guest' }))(
  '%s as a name in a mail from right to left',
  (_, name) => {
    test.each(EVERY_MAIL.filter(({ reader }) => reader === 'guest'))(
      'stays one in "$kind"',
      async ({ kind, reader }) => {
        const people = { hostName: name, guestName: name, title: name };
        const mail = renderBookingMail(sampleMail(kind, reader, { ...people, ...READERS.ar }), context);
        const { subject, shown } = await headOf(mail);
        expect(mail.subject).toMatch(MARK);
        for (const text of [...shown, subject.replace(MARK, '')]) expect(text).not.toMatch(INVISIBLE);
        const unfenced = mail.text.replaceAll(FENCED, ' ').replaceAll(FENCED, ' ');
        expect(unfenced).not.toMatch(INVISIBLE);
        expect(unfenced).not.toMatch(/Gus|Guest|Bank|evil/i);
      },
    );
  },
);

test.each(['\u200B', '\u2800\u3164', '\u202E\u202C', String.fromCodePoint(0xe0041)])(
  'a name of invisible characters (%j) is no name',
  async (name) => {
    const mail = sampleMail('confirmed', 'guest', { hostName: name, guestName: name, title: name });
    const { from, subject } = await headOf(renderBookingMail(mail, context));
    expect(from[0]?.name).toBe('Your host via Insytical');
    expect(subject).toMatch(/^Meeting with Your host, /);
  },
);

test('names are cut to what mail programs show', async () => {
  const long = '👩‍👩‍👧‍👦é'.repeat(500);
  const { from, subject } = await headOf(
    renderBookingMail(sampleMail('confirmed', 'guest', { hostName: long, title: long }), context),
  );
  expect(from[0]?.name.length).toBeLessThan(400);
  expect(subject.length).toBeLessThan(1_000);
});

test.each([
  'Zoë d’Arc-O’Neill',
  'J. R. R. Tolkien',
  'Dr. Ann Lee',
  'محمد رضا',
  'علی‌رضا',
  'श्री राम',
  '山田 太郎',
  'Σπύρος',
  '👩🏽‍💻 Ada ❤️',
])('%s is called so', async (name) => {
  const { from } = await headOf(renderBookingMail(sampleMail('confirmed', 'guest', { hostName: name }), context));
  expect(from[0]?.name).toBe(`${name} via Insytical`);
});
