import { expect, test } from 'vitest';
import type { MeChange } from '#api/openapi/client/types.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { Me } from './schema.ts';

const api = await startApi();
const AMERICAN = { locale: 'en-US', hourCycle: 'h12', weekStart: 7 } as const;
const GERMAN = { locale: 'de-DE', hourCycle: 'h23', weekStart: 1 } as const;

/** A new host, and how the host's pages and mails are written after each change. */
async function newHost() {
  const host = await signUp(api.base);
  return async (change: MeChange) => {
    const { locale, hourCycle, weekStart, writingChosen } = await host.json<Me>('PATCH', '/api/v1/me', change);
    return { locale, hourCycle, weekStart, writingChosen };
  };
}

test('language, clock and week follow the browser while the host has chosen nothing', async () => {
  const change = await newHost();
  expect(await change({ browser: AMERICAN })).toEqual({ ...AMERICAN, writingChosen: [] });
  expect(await change({ browser: GERMAN })).toEqual({ ...GERMAN, writingChosen: [] });
});

test('what the host chose stays, also where the browser says another', async () => {
  const change = await newHost();
  await change({ browser: GERMAN });
  expect(await change({ hourCycle: 'h12' })).toEqual({ ...GERMAN, hourCycle: 'h12', writingChosen: ['hourCycle'] });
  const chosen = { locale: 'en-US', hourCycle: 'h12', weekStart: 1, writingChosen: ['locale', 'hourCycle'] };
  expect(await change({ locale: 'en-US', browser: GERMAN })).toEqual(chosen);
  expect(await change({ browser: { ...GERMAN, weekStart: 6 } })).toEqual({ ...chosen, weekStart: 6 });
});

test('a choice taken back follows the browser again', async () => {
  const change = await newHost();
  await change({ weekStart: 3, locale: 'de-AT', browser: AMERICAN });
  expect(await change({ weekStart: null, browser: AMERICAN })).toEqual({
    ...AMERICAN,
    locale: 'de-AT',
    writingChosen: ['locale'],
  });
  expect(await change({ locale: null })).toEqual({ ...AMERICAN, locale: 'de-AT', writingChosen: [] });
});

test('a browser says all of it or nothing', async () => {
  const host = await signUp(api.base);
  const answer = await host.request('PATCH', '/api/v1/me', { browser: { locale: 'de-DE' } });
  expect([answer.status, await answer.json()]).toMatchObject([
    422,
    { errors: [{ pointer: '/browser/hourCycle' }, {}] },
  ]);
});
