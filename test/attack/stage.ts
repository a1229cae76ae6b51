import { openMailbox } from '#dev/clients/mailbox.ts';
import { until } from '#dev/clients/until.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';
import { atRest } from '#test/scenes/at-rest.ts';
import { type TestStack, useStack } from '#test/setup/stack.ts';
import { type HonestGuests, sendHonestGuests } from './honest-guests.ts';
import { memory, watchMemory } from './memory.ts';

/** What an attack has to work with. */
export interface Field {
  readonly app: string;
  readonly demo: StackFile['demo'];
  readonly guests: HonestGuests;
}

export interface Attack {
  readonly name: string;
  /** Returns once everything was sent, and answered where the attacker waits for answers. */
  readonly play: (field: Field) => Promise<void>;
}

/** A stack with the limits of real life; one trusted proxy tells who asks, so that a test can come from anywhere. */
export const useAttackedStack = () => useStack({ RATE_LIMIT_SCALE: '1', TRUSTED_PROXIES: '1' });

/** One of twenty addresses, each a network of its own, none of them a guest's. */
export const attacker = (index: number) => `203.0.113.${1 + (index % 20)}`;

const MINUTE_MS = 60_000;
/** What the API may keep of an attack: heaps grow in steps and are given back late. Unbounded answers kept 640 MB and more. */
const KEPT_MB = 250;

interface Outcome {
  /** What guests asked for and were not given. */
  readonly refused: readonly string[];
  /** Whether memory is back near where it was, a minute later at the latest. */
  readonly isLight: boolean;
  /** What the process then says of itself. */
  readonly health: readonly number[];
}

export const UNHARMED: Outcome = { refused: [], isLight: true, health: [200, 200] };

/**
 * Plays an attack while honest guests book with the demo host, and tells what it did to them and to the process. Returns
 * once every meeting is made and every guest's mail has come.
 */
export async function withstand(stack: TestStack, { name, play }: Attack): Promise<Outcome> {
  const { app, demo, database, mailbox } = await stack.file();
  // In turn, since providers limit what they make for one account in a day.
  const pages = Object.values(demo.eventTypes).map((slug) => ({ handle: demo.handle, slug }));
  const guests = sendHonestGuests(app, pages);
  // What a quiet process holds depends on what it did before: it has done everything a few times.
  await guests.visits(2 * pages.length);
  const before = await memory(app);
  const watched = watchMemory(app);
  await play({ app, demo, guests });
  await guests.stop();
  const most = await watched.stop();
  const isLight = await until('the memory to be given back', async () => (await memory(app)) <= before + KEPT_MB, {
    within: MINUTE_MS,
    every: 1_000,
  }).catch(() => false);
  const { answers, booked } = guests;
  const refused = answers.filter(({ status }) => status < 200 || status > 299);
  console.log(
    `${name}: ${refused.length} of ${answers.length} requests of guests refused, the slowest took ` +
      `${Math.round(Math.max(...answers.map(({ took }) => took)))} ms; memory ${before} → ${most} → ${await memory(app)} MB`,
  );
  const health = await Promise.all(['/healthz', '/readyz'].map(async (path) => (await fetch(app + path)).status));
  await atRest(database, demo.handle, 2 * MINUTE_MS);
  for (const address of booked) await openMailbox(mailbox).awaitMail(address, /./, 2 * MINUTE_MS);
  return { refused: refused.map(({ what, status }) => `${what} ${status}`), isLight, health };
}
