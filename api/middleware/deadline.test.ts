import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { afterAll, expect, test } from 'vitest';
import { log } from '#log';
import { until } from '#dev/clients/until.ts';
import type { ApiState } from '../context.ts';
import { watchDatabase } from '../database-watch.ts';
import { Problem } from '../problem.ts';
import { createConcurrencyLimit } from '../concurrency-limit.ts';
import { openFrontEnd } from '../front-end/front-end.ts';
import { deadline } from './deadline.ts';
import { problems } from './problems.ts';

log.level = 'silent';
const database = { answers: true, asked: 0 };
const places = createConcurrencyLimit({ most: 20, mostOfOne: 20 });
const work = { endless: Promise.withResolvers<void>() };

const app = new Koa<ApiState>();
app.use(problems({ frontEnd: openFrontEnd('/not/there'), publicUrl: 'http://127.0.0.1' }));
app.use(
  deadline({
    answerWithinMs: 50,
    providersAnswerWithinMs: 50,
    places,
    database: watchDatabase(async () => {
      database.asked += 1;
      if (!database.answers) throw new Error('away');
    }),
  }),
);
app.use(async (ctx) => {
  if (ctx.path.endsWith('/endless')) await work.endless.promise;
  if (ctx.path.endsWith('/failing')) throw new Problem('unavailable');
  ctx.body = 'fine';
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
afterAll(() => server.close());

async function ask(path: string): Promise<number> {
  const response = await fetch(`${base}${path}`);
  await response.body?.cancel();
  return response.status;
}

test('what is late for another reason than the database is refused, and no other request is', async () => {
  const late = await Promise.all(Array.from({ length: 10 }, () => ask('/endless')));
  expect(new Set(late)).toEqual(new Set([503]));
  await until('the database to be asked', () => database.asked > 0);
  for (let turn = 0; turn < 10; turn += 1) expect(await ask('/quick')).toBe(200);
});

test('what was given up on keeps its place until it ends', async () => {
  expect(await Promise.all(Array.from({ length: 10 }, () => ask('/endless')))).toContain(503);
  expect(await ask('/quick')).toBe(503);
  expect(places.stuckForMs()).toBeGreaterThan(0);
  work.endless.resolve();
  await until('a place to be free', async () => (await ask('/quick')) === 200);
  expect(places.stuckForMs()).toBe(0);
});

test('while the database itself does not answer everybody is refused at once, until it does', async () => {
  database.answers = false;
  await until('requests to be refused', async () => {
    expect(await ask('/failing')).toBe(503);
    return (await ask('/quick')) === 503;
  });
  database.answers = true;
  await until('them to be taken again', async () => (await ask('/quick')) === 200);
});
