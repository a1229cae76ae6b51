/**
 * `npm run attacks`: each attack of the table in docs/security.md that is not one of `npm run test:attack`, on a fresh
 * stack with the limits of real life, and what was seen as a row of a table. `--only 200` plays those whose name has that.
 */
import { parseArgs } from 'node:util';
import { endChildren } from '#dev/processes/child.ts';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';
import { type Attack, openTarget } from './attack.ts';
import { BOOKINGS } from './bookings.ts';
import { LOGINS } from './logins.ts';
import { TEXTS } from './texts.ts';

/** The product's own limits and wait between mails; one trusted proxy tells who asks, so that attacks come from anywhere. */
const AS_IN_LIFE = { RATE_LIMIT_SCALE: '1', CHANGE_MAIL_GAP_MS: '60000', TRUSTED_PROXIES: '1' };

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const attacks = [...TEXTS, ...BOOKINGS, ...LOGINS].filter(({ name }) => name.includes(values.only));

let stack = createDisposableStack(AS_IN_LIFE);
async function end(code: number): Promise<never> {
  await stack.dispose();
  await endChildren();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(130));

/** @throws Error where it did harm */
async function playOnFreshStack({ play }: Attack): Promise<string> {
  stack = createDisposableStack(AS_IN_LIFE);
  await stack.start();
  const { DATA_DIR: folder = '' } = await stack.environment();
  const target = await openTarget(await stack.file(), `${folder}/logs`);
  try {
    return await play(target);
  } finally {
    await target.close();
    await stack.dispose();
  }
}

let harmful = 0;
console.log(`${attacks.length} attacks, each on a fresh stack.\n\n| Attack | Seen |\n| --- | --- |`);
for (const attack of attacks) {
  const seen = await playOnFreshStack(attack).catch((error: Error) => {
    harmful += 1;
    return `✗ ${error.message}`;
  });
  console.log(`| ${attack.name} | ${seen} |`);
}
console.log(harmful === 0 ? '\nNone did harm.' : `\n${harmful} of ${attacks.length} did harm.`);
await end(harmful === 0 ? 0 : 1);
