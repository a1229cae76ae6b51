import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { openSession } from '#dev/clients/session.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Dana Demo' });
await host.alwaysOpen();
const { slug } = await host.offer('phone', { slug: 'intro-call' });
const canonical = `/${host.handle}/${slug}`;
const HANDLE = host.handle.toUpperCase();
const open = (path: string, init: RequestInit = {}) => fetch(`${api.base}${path}`, { redirect: 'manual', ...init });

const SPELLINGS = [
  `/${HANDLE}/${slug}`,
  `/${host.handle}/Intro-Call`,
  `/${HANDLE}/INTRO-CALL`,
  `${canonical}.`,
  `${canonical}%20`,
  `${canonical}%C2%A0`,
  `${canonical})`,
  `${canonical},`,
  `${canonical}%E2%80%9D`,
  `${canonical}%E2%80%8B`,
  `/${host.handle}%20/%20${slug}`,
  `/${host.handle}/%EF%BD%89ntro-call`,
];

test.each(SPELLINGS)('%s leads to the page', async (path) => {
  const answer = await open(`${path}?tz=Europe%2FBerlin`);
  expect([answer.status, answer.headers.get('location')]).toEqual([301, `${canonical}?tz=Europe%2FBerlin`]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test.each([HANDLE, `${host.handle}.`, `${host.handle}%20`])('/%s leads to the host’s page', async (path) => {
  const answer = await open(`/${path}`);
  expect([answer.status, answer.headers.get('location')]).toEqual([301, `/${host.handle}`]);
});

test('a form that is sent to another spelling is sent again to the page', async () => {
  const answer = await open(`/${HANDLE}/Intro-Call`, { method: 'POST', body: new URLSearchParams({ name: 'Sam' }) });
  expect([answer.status, answer.headers.get('location')]).toEqual([308, canonical]);
});

test('the API takes every spelling', async () => {
  const session = openSession(api.base);
  for (const path of SPELLINGS) {
    const [, handle, typed] = path.split('/');
    expect(await session.json('GET', `/api/v1/public/${handle}/${typed}`)).toMatchObject({ slug });
    const query = 'from=2027-01-04&to=2027-01-04';
    expect(await session.json('GET', `/api/v1/public/${handle}/${typed}/slots?${query}`)).toHaveProperty('days');
  }
});

test.each(['/%2E%20', `/${host.handle}/intro%2Dcalls`, `/${host.handle}/%E6%97%A5%E6%9C%AC`, `${canonical}/x`])(
  '%s is no page',
  async (path) => {
    expect((await open(path)).status).toBe(404);
  },
);
