import { request as ask } from 'node:http';
import { describe, expect, test } from 'vitest';
import { startApi } from '#test/fixtures/running-api.ts';
import { operations } from './operations.ts';
import { PAGES } from './pages/routes.ts';

const api = await startApi();

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Asks for a path to the letter: fetch would tidy it up first. */
function answerTo(method: string, path: string): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const request = ask(api.base, { method: method.toUpperCase(), path }, ({ statusCode = 0, headers }) => {
    const { date: _date, 'x-request-id': _id, 'content-length': _length, etag: _tag, ...others } = headers;
    resolve({ status: statusCode, headers: others });
  });
  request
    .on('error', reject)
    .on('response', (response) => response.resume())
    .end();
  return promise;
}

/** Every route that begins with a segment of ours; those of hosts' pages begin with a handle. */
const ROUTES = [...operations, ...Object.values(PAGES).flat()]
  .map(({ method, path }) => [method, path.replace(':provider', 'zoom').replaceAll(/[:*]\w+/g, 'none')] as const)
  .filter(([, path]) => !path.startsWith('/none'));

const spellings = (path: string): readonly string[] => {
  const [, first = '', ...rest] = path.split('/');
  const after = rest.map((segment) => `/${segment}`).join('');
  return [
    `/${first.toUpperCase()}${after}`,
    `${path}/`,
    `${path}//`,
    `/${path}`,
    path.replaceAll('/', '//'),
    `/x/..${path}`,
    `/%2e${path}`,
    `/${escaped(first)}${after}`,
    `${api.base}${path}`,
  ];
};

/** Its letters percent-encoded, in small letters too. */
const escaped = (text: string) => text.replaceAll(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);

test('the routes with rules of their own are among them', () => {
  const paths = ROUTES.map(([, path]) => path);
  for (const path of [
    '/metrics',
    '/healthz',
    '/webhooks/zoom',
    '/oauth/zoom/callback',
    '/booking/none',
    '/static/none',
  ])
    expect(paths).toContain(path);
});

describe.each(ROUTES)('%s %s', (method, path) => {
  test('is answered in one way, however it is spelt', async () => {
    const canonical = await answerTo(method, path);
    for (const spelling of spellings(path))
      expect([spelling, await answerTo(method, spelling)]).toEqual([spelling, canonical]);
  });

  test('in other letters it is the same address or none', async () => {
    const canonical = await answerTo(method, path);
    const shouted = await answerTo(method, path.toUpperCase());
    expect([404, canonical.status]).toContain(shouted.status);
    expect(shouted.headers['content-security-policy']).toBe(canonical.headers['content-security-policy']);
  });
});
