import { expect, test } from 'vitest';
import { startApi } from '#test/fixtures/running-api.ts';
import { getUnderName } from '#test/fixtures/under-name.ts';

const api = await startApi();
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.base}${path}`, { headers });

test('readiness reports Temporal and does not need it', async () => {
  expect(await (await get('/readyz')).json()).toMatchObject({ status: 'ready', database: 'ok', temporal: 'ok' });
  api.temporal.isUp = false;
  const away = await get('/readyz');
  api.temporal.isUp = true;
  expect([away.status, await away.json()]).toMatchObject([200, { status: 'ready', temporal: 'away' }]);
});

test('metrics name routes by their pattern and never an address', async () => {
  await (await get('/booking/k1.secret-token.mac')).text();
  await (await get('/api/v1/public/bookings/k1.secret-token.mac')).text();
  const text = await (await get('/metrics')).text();
  expect(text).toContain('route="/booking/:token"');
  expect(text).toContain('route="/api/v1/public/bookings/:token"');
  expect(text).not.toContain('secret-token');
});

test.each([
  { 'x-forwarded-for': '203.0.113.9' },
  { forwarded: 'for=203.0.113.9' },
  { 'x-forwarded-host': 'app.example' },
])('metrics are for this machine only: not with %j', async (headers) => {
  expect((await get('/metrics', headers)).status).toBe(404);
});

test('nor for a page of a name that was made to lead here', async () => {
  expect((await getUnderName(`${api.base}/metrics`, 'rebound.example')).status).toBe(404);
});
