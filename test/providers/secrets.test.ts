import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openWorkflows } from '#dev/clients/workflows.ts';
import { ensureSecrets } from '#dev/stack/secrets.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';
import { type Canaries, noteHost } from './secrets/canaries.ts';
import { databaseOf, findIn, historiesOf, type Kept, logsOf } from './secrets/hiding-places.ts';
import { bookedWithout, collided, metTrouble, QUESTION, wentWell } from './secrets/lives.ts';
import { stageOf } from './stage.ts';
import { type ProviderTraits, PROVIDERS } from './provider-traits.ts';

const LINK_WAIT_MS = 3_000;
/** A part that is killed stays away for a while; logs say all they can. */
const stack = useStack({ LINK_WAIT_MS: String(LINK_WAIT_MS), RESTART_DELAY_SECONDS: '3', LOG_LEVEL: 'debug' });
const scene = useScenes(stack);

const canaries: Canaries = { personal: {}, secret: {} };
const kept = { database: [] as Kept[], logs: [] as Kept[], histories: [] as Kept[] };

const setStage = async (traits: ProviderTraits) =>
  stageOf(stack, await scene({ provider: traits.id, rules: { questions: [QUESTION] } }), traits, LINK_WAIT_MS);

beforeAll(async () => {
  const { DATA_DIR = '' } = await stack.environment();
  const { database, temporal } = await stack.file();
  const { TOKEN_KEYS } = await ensureSecrets(DATA_DIR);
  const [kid = '', key = ''] = TOKEN_KEYS.split(':');
  const ring = [{ kid, key: Buffer.from(key, 'base64') }];
  const stages = await Promise.all(PROVIDERS.map(setStage));
  for (const life of [wentWell, metTrouble, collided]) {
    await Promise.all(stages.map((stage) => life(stage, canaries)));
    for (const stage of stages) await noteHost(canaries, stage, ring);
  }
  for (const [index, part] of (['mailbox', 'postgres', 'simulators'] as const).entries()) {
    const stage = stages[index];
    if (stage !== undefined) await bookedWithout(stage, canaries, () => stack.killAndAwait(part));
  }
  kept.database = await databaseOf(database);
  kept.logs = await logsOf(DATA_DIR);
  const workflows = openWorkflows(temporal);
  kept.histories = await historiesOf(workflows.client);
  await workflows.close();
}, 400_000);

test('everything was looked at: what has to be there is there', () => {
  const people = Object.entries(canaries.personal).filter(([name]) => name.startsWith('address of '));
  expect(people.length).toBeGreaterThan(20);
  const inDatabase = findIn(kept.database, Object.fromEntries(people));
  expect(inDatabase.some((line) => line.includes('table bookings'))).toBe(true);
  const logged = kept.logs.map(({ text }) => text);
  expect(logged.some((line) => line.includes('"activity failed"') && line.includes('createMeeting'))).toBe(true);
  expect(logged.some((line) => line.includes('mail not sent'))).toBe(true);
  expect(logged.some((line) => line.includes('"activity failed"') && line.includes('ECONNREFUSED'))).toBe(true);
  // A history keeps the last failure of an activity only.
  const failures = kept.histories.filter(({ text }) => text.includes('is not working at the moment.'));
  expect(failures).not.toEqual([]);
});

test('no token and no guest’s link stands in the database', () => {
  expect(Object.keys(canaries.secret).length).toBeGreaterThan(20);
  expect(findIn(kept.database, canaries.secret)).toEqual([]);
});

test('no log of any part holds a name, an address, a link or a token', () => {
  expect(findIn(kept.logs, { ...canaries.personal, ...canaries.secret })).toEqual([]);
});

test('no history holds a name, an address, a link or a token, failures included', () => {
  expect(findIn(kept.histories, { ...canaries.personal, ...canaries.secret })).toEqual([]);
});

test('the keys of the installation stand in no table, log or history', async () => {
  const { DATA_DIR = '' } = await stack.environment();
  const text = await readFile(join(DATA_DIR, 'secrets.json'), 'utf8');
  const secrets = Object.entries(JSON.parse(text) as Record<string, string>).filter(
    ([name]) => name !== 'installation',
  );
  const everywhere = [...kept.database, ...kept.logs, ...kept.histories];
  expect(
    findIn(everywhere, Object.fromEntries(secrets.map(([name, value]) => [name, value.replace(/^k1:/, '')]))),
  ).toEqual([]);
});
