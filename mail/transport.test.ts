import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { MailDev } from 'maildev';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { context, EVERY_MAIL, sampleMail } from '#dev/mail-preview/samples.ts';
import { lintIcs } from '#test/fixtures/ics-lint.ts';
import { messageIdOf } from '#mail/addresses.ts';
import { renderBookingMail } from '#mail/render.ts';
import { MailRefused, openMailTransport, type MailTransport, type OutgoingMail, writeMail } from '#mail/transport.ts';

const outgoing = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  ...renderBookingMail(sampleMail('confirmed', 'guest'), context),
  messageId: messageIdOf('0198b1f2-1111-7000-8000-000000000001', context.from),
  ...changes,
});

/** The lines of a message: the mailbox writes above it how it came, and ends lines in its own way. */
const linesOf = (source: string) =>
  source
    .slice(source.search(/^From:/m))
    .trimEnd()
    .split(/\r?\n/);

describe('a mail sent to a real server', () => {
  let mailbox: MailDev;
  let directory: string;
  let api: string;
  let transport: MailTransport;

  beforeAll(async () => {
    const [smtp, web] = [await freePort(), await freePort()];
    directory = await mkdtemp(join(tmpdir(), 'mailbox-'));
    mailbox = new MailDev({ smtp, web, ip: '127.0.0.1', webIp: '127.0.0.1', mailDirectory: directory, silent: true });
    await mailbox.start();
    api = `http://127.0.0.1:${web}/api/email`;
    transport = openMailTransport(`smtp://127.0.0.1:${smtp}`);
  });
  beforeEach(() => fetch(`${api}/all`, { method: 'DELETE' }));
  afterAll(async () => {
    transport.close();
    await mailbox.stop();
    await rm(directory, { recursive: true, force: true });
  });

  /** The one message in the mailbox, as it came over the line. */
  async function received(): Promise<{ source: string; header: string }> {
    const [message] = (await (await fetch(api)).json()) as { id: string }[];
    const source = await (await fetch(`${api}/${message?.id}/source`)).text();
    const [header = ''] = source.split(/\r?\n\r?\n/);
    return { source, header: header.replace(/\r?\n[ \t]/g, ' ') };
  }

  test('arrives as text, HTML and invitation in one alternative, with the file beside it', async () => {
    await transport.send(outgoing());
    const { source, header } = await received();
    const types = [...source.matchAll(/^Content-Type: ([\w/]+)(?:;[^\n]*method=(\w+))?/gim)].map(([, type, method]) =>
      [type, method].filter(Boolean).join(' '),
    );
    expect(types).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar REQUEST',
      'application/ics',
    ]);
    expect(header).toMatch(/^Message-ID: <0198b1f2-1111-7000-8000-000000000001@insytical\.com>$/im);
    expect(header).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(header).toMatch(/^In-Reply-To: <booking-0198b1f2-4c1e-7a30-9b1d-2f6f0c9d1a01@insytical\.com>$/im);
    expect(header).toMatch(/^Reply-To: "?Dana Demo"? <dana@example\.com>$/im);
    const encoded = /application\/ics[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/.exec(source)?.[1] ?? '';
    const ics = Buffer.from(encoded, 'base64');
    expect(lintIcs(ics, { method: 'REQUEST', attendees: ['gus@example.com'] })).toEqual([]);
    expect(ICAL.parse(ics.toString())).toBeTruthy();
  });

  test('arrives with its subject, both bodies and its sender: every kind to every reader', async () => {
    for (const { kind, reader } of EVERY_MAIL) {
      await fetch(`${api}/all`, { method: 'DELETE' });
      const mail = renderBookingMail(sampleMail(kind, reader), context);
      await transport.send({ ...mail, messageId: `<${kind}-${reader}@insytical.com>` });
      const [arrived] = (await (await fetch(api)).json()) as {
        subject: string;
        text: string;
        html: string;
        from: object[];
      }[];
      expect(arrived).toMatchObject({ subject: mail.subject, from: [mail.from], html: mail.html });
      expect(arrived?.text.trim()).toBe(mail.text.trim());
    }
  });

  test('is the same to the byte when handed over twice, lines of dots and all', async () => {
    const mail = await writeMail(outgoing({ text: '.\n..x\n.' }));
    await transport.handOver(mail);
    await transport.handOver(mail);
    const all = (await (await fetch(api)).json()) as { id: string }[];
    const sources = all.map(async ({ id }) => (await fetch(`${api}/${id}/source`)).text());
    const [first, second] = await Promise.all(sources);
    expect(linesOf(first ?? '')).toEqual(linesOf(mail.source));
    expect(second?.slice(second.search(/^From:/m))).toBe(first?.slice(first.search(/^From:/m)));
  });

  test('carries one-click unsubscription on reminders', async () => {
    await transport.send({
      ...renderBookingMail(sampleMail('reminder', 'guest'), context),
      messageId: '<r@insytical.com>',
    });
    const { header } = await received();
    expect(header).toMatch(/^List-Unsubscribe: <https:\/\/app\.insytical\.com\/[^>\s]+\/unsubscribe>$/im);
    expect(header).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/im);
  });

  test.each(['title', 'hostName', 'guestName', 'reason', 'readerTimeZone', 'joinUrl', 'id'] as const)(
    'gains no header from a hostile %s',
    async (field) => {
      for (const breakIn of ['\r\n', '\n', '\r', '\u2028', '\0\r\n']) {
        const hostile = `x${breakIn}Bcc: evil@example.com${breakIn}X-Injected: yes${breakIn}${breakIn}body`;
        const mail = renderBookingMail(sampleMail('reminder', 'guest', { [field]: hostile }), context);
        await fetch(`${api}/all`, { method: 'DELETE' });
        await transport.send({ ...mail, messageId: '<h@insytical.com>' });
        const { header } = await received();
        expect(header).not.toMatch(/^(Bcc|X-Injected)/im);
        expect(Object.values(mail.headers).join('') + mail.subject + mail.to.name + mail.from.name).not.toMatch(
          /[\r\n\0\u2028]/,
        );
      }
    },
  );

  test.each([
    'no address',
    'gus@example.com\r\nRCPT TO:<evil@example.com>',
    'gus@example.com,evil@example.com',
    '<gus@example.com>',
    `${'a'.repeat(250)}@example.com`,
    '',
  ])('is refused before it reaches the server for the address %j', async (address) => {
    await expect(transport.send(outgoing({ to: { name: 'x', address } }))).rejects.toThrow(MailRefused);
    expect(await (await fetch(api)).json()).toEqual([]);
  });
});

describe('a server in trouble', () => {
  let server: Server | undefined;
  let transport: MailTransport | undefined;
  const lines = new Set<Socket>();
  afterEach(async () => {
    transport?.close();
    for (const line of lines) line.destroy();
    await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
    server = undefined;
  });

  /** A server that answers each command by name with the given line, `null` hangs up, `''` says nothing. */
  async function sendTo(answers: Record<string, string | null>): Promise<unknown> {
    const said: Record<string, string | null> = {
      greeting: '220 hi',
      EHLO: '250 hi',
      MAIL: '250 ok',
      RCPT: '250 ok',
      DATA: '354 go',
      body: '250 ok',
      ...answers,
    };
    server = createServer((line) => {
      lines.add(line);
      let inBody = false;
      const say = (answer: string | null | undefined) =>
        answer === null ? line.destroy() : answer && line.write(`${answer}\r\n`);
      say(said['greeting']);
      line.on('error', () => line.destroy());
      line.on('data', (chunk) => {
        const text = chunk.toString();
        if (inBody) {
          if (text.endsWith('\r\n.\r\n')) say(said['body']);
          return;
        }
        const verb = text.slice(0, 4).toUpperCase();
        inBody = verb === 'DATA';
        say(verb in said ? said[verb] : '250 ok');
      });
    });
    const port = await freePort();
    await new Promise((resolve) => server?.listen(port, '127.0.0.1', () => resolve(null)));
    transport = openMailTransport(`smtp://127.0.0.1:${port}`, { timeoutMs: 300, deadlineMs: 2_000 });
    return transport.send(outgoing()).then(
      () => 'sent',
      (error: unknown) => error,
    );
  }

  test('that takes the message is no trouble', async () => {
    expect(await sendTo({})).toBe('sent');
  });

  test.each([
    ['an unknown recipient', { RCPT: '550 5.1.1 <gus@example.com> unknown' }, 550],
    ['a refused content', { body: '554 5.7.1 Dana Demo looks like spam' }, 554],
    ['a refused sender', { MAIL: '553 5.1.8 no' }, 553],
  ])(
    'that refuses permanently (%s) is told from one that may recover, without its words',
    async (_what, answers, code) => {
      const error = await sendTo(answers);
      expect(error).toBeInstanceOf(MailRefused);
      expect(error).toMatchObject({ smtpCode: code, message: `The mail server refused the message (${code}).` });
    },
  );

  test.each([
    ['is greylisting', { RCPT: '451 4.7.1 come back later' }],
    ['is busy', { MAIL: '421 4.3.2 busy' }],
    ['wants other credentials', { MAIL: '530 5.7.0 authenticate first' }],
    ['turns us away at the door', { greeting: '554 not you' }],
    ['hangs up', { DATA: null }],
    ['has no room', { body: '452 4.3.1 no room' }],
    ['says nothing', { greeting: '' }],
  ])('that %s can be asked again, and has not got the mail', async (_what, answers) => {
    expect(await sendTo(answers)).toMatchObject({ name: 'MailUnavailable', mayHaveArrived: false });
  });

  test('that says nothing is not idle once a few wait for it, until they have given up', async () => {
    await sendTo({});
    server?.removeAllListeners('connection').on('connection', (line) => lines.add(line));
    for (const line of lines) line.destroy();
    const waiting = Array.from({ length: 12 }, async () => transport?.send(outgoing()).catch(() => {}));
    await vi.waitUntil(() => transport?.isIdle() === false);
    await Promise.all(waiting);
    expect(transport?.isIdle()).toBe(true);
  });

  test.each([
    ['loses its answer', { body: '' }],
    ['hangs up after the message', { body: null }],
  ])('that %s can be asked again, and may have got the mail', async (_what, answers) => {
    expect(await sendTo(answers)).toMatchObject({ name: 'MailUnavailable', mayHaveArrived: true });
  });

  test('that is not there can be asked again', async () => {
    transport = openMailTransport(`smtp://127.0.0.1:${await freePort()}`, { timeoutMs: 300 });
    await expect(transport.send(outgoing())).rejects.toMatchObject({ name: 'MailUnavailable', mayHaveArrived: false });
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', () => resolve(null)));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
