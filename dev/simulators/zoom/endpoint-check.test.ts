import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { CLIENT, simulated, type Simulated } from '../testing/simulated.ts';
import { inMinutes, zoomApp } from './test-app.ts';

let sim: Simulated;

beforeAll(async () => {
  sim = await simulated();
});
afterAll(() => sim.close());

async function checks(): Promise<number> {
  const answer = await fetch(`${sim.url}/_sim/zoom/notices`);
  const { items } = (await answer.json()) as { items: { kind: string }[] };
  return items.filter(({ kind }) => kind === 'endpoint.url_validation').length;
}

/** Two more: the first may have been answered before. */
async function checkedAgain(): Promise<void> {
  const before = await checks();
  await until('two more checks', async () => (await checks()) >= before + 2, { every: 50 });
}

test('an endpoint that answers the check wrongly gets no events until it answers rightly', async () => {
  const app = zoomApp(sim.url);
  const { access_token: token } = await app.connect();
  const made = await app.call(token, 'POST', '/users/me/meetings', { start_time: inMinutes(60) });
  const id = String(made.body.id);
  sim.receiver.secret = 'another secret';
  await sim.restart();
  await checkedAgain();
  await sim.control('zoom').move(id, inMinutes(70));

  sim.receiver.secret = CLIENT.webhookSecret;
  await until('an event', async () => {
    await sim.control('zoom').move(id, inMinutes(80));
    await sim.control('zoom').move(id, inMinutes(90));
    return sim.receiver.received.length > 0;
  });
  const starts = sim.receiver.received.map(({ body }) => {
    const { payload } = JSON.parse(body) as { payload: { object: { start_time: string } } };
    return payload.object.start_time;
  });
  expect(starts).not.toContain(inMinutes(70));
});
