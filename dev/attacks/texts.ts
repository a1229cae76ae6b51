import { networkInterfaces } from 'node:os';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { signUp } from '#dev/clients/host.ts';
import { type Attack, countOf, holds, newMailbox, newNetwork, PASSWORD, type Target } from './attack.ts';

const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

const LURES: readonly string[] = [
  encoded('Bank <security@bank.example>'),
  encoded('Your account is locked: https://evil.example/login'),
  'security＠bank．example',
  '"Bank" <security@bank.example>',
  'www.evil.example/login',
  'Gus \u202Eelpmaxe.live\u202C Guest',
];
const SHOWS_A_LURE = /bank\.example|evil\.example|elpmaxe\.live|[\u202A-\u202E\u2066-\u2069]/i;

const hostileNames: Attack = {
  name: 'Names that mail programs decode to an address, link or nothing: encoded words, wide letters, unseen letters',
  async play(target) {
    const page = await target.newPage();
    let shown = 0;
    for (const name of LURES) {
      const email = newMailbox();
      const { status } = await target.book(page, { name, email });
      if (status !== 201) continue;
      const { subject, headers } = await target.mailbox.awaitMail(email, /./);
      const told = JSON.stringify([subject, headers['from'], headers['to'], headers['reply-to']]).replace(email, '');
      holds(!SHOWS_A_LURE.test(told), told);
      shown += 1;
    }
    const nothing = await target.book(page, { name: '\u200B\u2060\u202E' });
    holds(nothing.status === 422, nothing.status);
    return `${LURES.length} names, ${shown} taken: no subject, sender or recipient shows one; a name of unseen letters: ${nothing.status}`;
  },
};

const strangersMailbox: Attack = {
  name: "A stranger's address booked, with a message in answers, reasons or the host's note",
  async play(target) {
    const LURE = 'Win-a-prize-now';
    const page = await target.newPage({ questions: [{ id: 'why', label: 'Why?', kind: 'text', required: false }] });
    const email = newMailbox();
    const booked = await target.book(page, { email, answers: { why: LURE } });
    await target.mailbox.awaitMail(email, /./);
    const { token } = JSON.parse(booked.text) as { token: string };
    await target.ask(newNetwork(), 'POST', `/api/v1/public/bookings/${token}/cancel`, { reason: LURE });
    await target.mailbox.awaitMail(email, /cancelled/i);
    const mails = await target.mailbox.to(email);
    const calendars = await Promise.all(mails.map((mail) => target.mailbox.calendarOf(mail)));
    const carried = JSON.stringify([mails, calendars]).includes(LURE);
    holds(booked.status === 201 && !carried, { status: booked.status, carried });
    return `${mails.length} mails to the stranger, none with the message`;
  },
};

const longAddresses: Attack = {
  name: 'E-mail addresses of more than 64 characters before the @ or 254 in all',
  async play(target) {
    const page = await target.newPage();
    const LONG = [`${'a'.repeat(65)}@example.org`, `a@${`${'b'.repeat(60)}.`.repeat(4)}example.org`];
    const answers = [];
    for (const email of LONG) {
      answers.push(await target.book(page, { email }));
      for (const path of ['sign-up/email', 'sign-in/email', 'sign-in/magic-link', 'request-password-reset'])
        answers.push(await target.ask(newNetwork(), 'POST', `/api/auth/${path}`, { email, password: PASSWORD }));
    }
    holds(
      answers.every(({ status }) => status === 422),
      countOf(answers),
    );
    return `booking, sign-up, login, login link, forgotten password: ${countOf(answers)}`;
  },
};

const proto: Attack = {
  name: 'A question named `__proto__`',
  async play(target) {
    const host = await signUp(target.app, { password: PASSWORD });
    const cookie = [...host.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'content-type': 'application/json', cookie };
    const make = async (id: string) => {
      const rest = '"title":"Call","durationMinutes":30,"location":{"kind":"phone"}';
      const body = `{"slug":"call",${rest},"questions":[{"id":"${id}","label":"Why?","kind":"text","required":true}]}`;
      return (await fetch(`${target.app}/api/v1/event-types`, { method: 'POST', headers, body })).status;
    };
    const seen = [await make('__proto__'), await make('why')];
    holds(seen.join() === '422,201', seen);
    return `${seen[0]}; under another id ${seen[1]}`;
  },
};

const databaseLog: Attack = {
  name: "A statement that fails with a guest's data in it",
  async play(target) {
    const page = await target.newPage();
    await target.sql(`alter table bookings add constraint tried check (guest_name <> 'Anna Geheim') not valid`);
    const answers = [];
    for (const email of ['anna.geheim@example.org', newMailbox()])
      answers.push(await target.book(page, { name: 'Anna Geheim', email }));
    const lines = await logLines(target, /geheim/i);
    holds(answers.every(({ status }) => status >= 500) && lines === 0, [countOf(answers), lines]);
    return `${countOf(answers)}; the guest in ${lines} lines of the database's and the processes' logs`;
  },
};

/** How many lines of the stack's logs, Postgres' own among them, match. */
async function logLines({ logs }: Target, pattern: RegExp): Promise<number> {
  const texts = await Promise.all((await readdir(logs)).map((name) => readFile(`${logs}/${name}`, 'utf8')));
  holds(
    texts.some((text) => text.length > 0),
    'there are no logs',
  );
  return texts.flatMap((text) => text.split('\n')).filter((line) => pattern.test(line)).length;
}

/** Asks to the letter: fetch would tidy the path up, and sets the host itself. */
function rawGet(app: string, path: string, headers: Readonly<Record<string, string>> = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; rules: string; text: string }>();
  const asked = request(app, { path, headers }, (answer) => {
    let text = '';
    const { statusCode = 0, headers: sent } = answer;
    const rules = JSON.stringify([sent['content-security-policy'], sent['cache-control'], sent['permissions-policy']]);
    answer.setEncoding('utf8').on('data', (part: string) => (text += part));
    answer.on('end', () => resolve({ status: statusCode, rules, text }));
  });
  asked.on('error', reject).end();
  return promise;
}

const SPELLINGS = {
  '/metrics': ['/METRICS', '//metrics', '/metrics/', '/%6Detrics', '/x/../metrics', '/%2e/metrics'],
  '/healthz': ['/Healthz', '//healthz', '/healthz/', '/%68ealthz'],
  '/docs': ['/DOCS', '//docs', '/docs/', '/x/../docs'],
};

const spellings: Attack = {
  name: '`/METRICS`, `//metrics`, `/metrics/`, `/%6Detrics` and the like',
  async play({ app }) {
    const from = { 'X-Forwarded-For': newNetwork() };
    const answers = [];
    for (const [path, others] of Object.entries(SPELLINGS)) {
      const canonical = await rawGet(app, path, from);
      for (const other of others) {
        const answer = await rawGet(app, other, from);
        const isAlike = answer.rules === canonical.rules && [404, canonical.status].includes(answer.status);
        holds(isAlike && !answer.text.includes('process_cpu'), [other, answer.status, answer.rules]);
        answers.push(answer);
      }
    }
    return `${answers.length} spellings of 3 paths: none or the answer and headers of its path; no figures told`;
  },
};

const demoPasswords: Attack = {
  name: "`/` with the demo hosts' passwords, from the network, through a tunnel, under a foreign name",
  async play({ app, places }) {
    const { password } = places.demo;
    const asked = [
      await rawGet(app, '/', { 'X-Forwarded-For': '203.0.113.7' }),
      await rawGet(app, '/', { Host: 'rebound.example' }),
      await rawGet(app, '/', { Forwarded: 'for=203.0.113.7', 'X-Forwarded-Host': 'tunnel.example' }),
    ];
    const shown = asked.filter(({ text }) => text.includes(password)).length;
    const outside = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const reached = await Promise.all(
      outside
        .filter(({ internal, family }) => !internal && family === 'IPv4')
        .map(({ address }) =>
          fetch(`http://${address}:${new URL(app).port}/`).then(
            () => true,
            () => false,
          ),
        ),
    );
    holds(shown === 0 && !reached.includes(true), [shown, reached]);
    return `shown in ${shown} of ${asked.length}; of ${reached.length} addresses of the network none answers`;
  },
};

export const TEXTS = [spellings, demoPasswords, longAddresses, hostileNames, strangersMailbox, proto, databaseLog];
