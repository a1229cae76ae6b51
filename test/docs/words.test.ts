import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What people read of the project: sources, documents and configuration, but neither data nor other people's code. */
const FILES = globSync(
  '{*,.*,.ci/*,{activities,api,bench,commands,db,deploy,dev,docs,domain,examples,mail,providers,test,web,worker,workflows}/**/*}',
  {
    cwd: ROOT,
    exclude: (path) => /(^|\/)(node_modules|dist|histories|\.git|\.data|\.scratch)$/.test(path),
  },
).filter(
  (path) => /\.(ts|tsx|md|css|html|ya?ml|json|sh|example)$|Dockerfile$/.test(path) && path !== 'package-lock.json',
);

/** Words that say nothing of who does what, and those that AGENTS.md's glossary replaces; each with what to write. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/\b(no|some|any)body\b/gi, 'guest, host, client, another …'],
  [/\b(who|what)ever\b/gi, 'a host who …, any …'],
  [/\banew\b/gi, 'again'],
  [/\baloud\b/gi, 'and the host is told'],
  [/\bmend(s|ed|ing|able)?\b/gi, 'fix, repair'],
  [/\bgoes on\b/gi, 'continue'],
  [/\bfor good\b/gi, 'permanently'],
  [/\bin vain\b/gi, 'fails'],
  [/\ball the same\b/gi, 'anyway'],
  [/\bnone of ours\b/gi, 'foreign'],
  [/\bup to and with\b/gi, 'through'],
  [/vendor/gi, 'provider'],
  [/\b(nudges?|redeliver)\b/gi, 'signal, sweep'],
  [/\b(owed?|owes|owing)\b/gi, 'due, queued, pending'],
  [/\bdead\b(?![ -]code)/gi, 'revoked, invalid, ended'],
  [/\bwish(es|ed)?\b/gi, 'request, proposal'],
];

/** What may stand nevertheless, each with its reason. */
const ALLOWED: readonly { readonly text: RegExp; readonly why: string }[] = [
  { text: /\(nobody\)|`nobody`/g, why: 'the Unix user that Postgres runs as' },
  { text: /\/nobody(?:-|\b)|\bnobody@(example\.com|127\.0\.0\.1)/g, why: 'addresses of hosts that do not exist' },
  { text: /'owed'/g, why: 'a state that the first migrations knew' },
  {
    text: /\| (owner, invitee, somebody|nudge, redeliver|dead|wish|owed, folded|vendor; the pages' heading[^|]*) +\|/g,
    why: 'the glossary itself',
  },
];
const THIS_FILE = 'test/docs/words.test.ts';

test('every exception is still needed', () => {
  const all = FILES.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
  expect(ALLOWED.filter(({ text }) => all.match(text) === null)).toEqual([]);
});

test('sources and documents are in plain English', () => {
  expect(FILES.length).toBeGreaterThan(900);
  const found = FILES.filter((file) => file !== THIS_FILE).flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const prose = ALLOWED.reduce((rest, { text }) => rest.replaceAll(text, ''), line);
        return REFUSED.flatMap(([word, instead]) =>
          Array.from(prose.matchAll(word), ([match]) => `${file}:${index + 1}: ${match} (write: ${instead})`),
        );
      }),
  );
  expect(found).toEqual([]);
});
