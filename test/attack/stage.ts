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
/**
 * What the API may keep of an attack: heaps grow in steps, and each thread that hashes passwords keeps its 32 MB. Unread
 * answers without a bound kept 1400 MB.
 */
const KEPT_MB = 400;

/** The share of late answers that a machine with much else to do may have; attacks that worked refused a third and more. */
const LATE_SHARE = 0.02;

interface Outcome {
  /** What guests asked for and were not given, where that is more than a busy machine explains. */
  readonly refused: readonly string[];
  /** Whether memory is back near where it was, a minute later at the latest. */
  readonly isLight: boolean;
  /** What the process then says of itself. */
  readonly health: readonly number[];
}

export const UNHARMED: Outcome = { refused: [], isLight: true, health: [200, 200] };

/** E-mail addresses of all guests who booked while they were attacked. */
const booked: string[] = [];

/** Plays an attack while honest guests book with the demo host, and tells what it did to them and to the process. */
export async function withstand(stack: TestStack, { name, play }: Attack): Promise<Outcome> {
  const { app, demo } = await stack.file();
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
  const { answers } = guests;
  booked.push(...guests.booked);
  const refused = answers.filter(({ status }) => status < 200 || status > 299);
  console.log(
    `${name}: ${refused.length} of ${answers.length} requests of guests refused, the slowest took ` +
      `${Math.round(Math.max(...answers.map(({ took }) => took)))} ms; memory ${before} → ${most} → ${await memory(app)} MB`,
  );
  const health = await Promise.all(['/healthz', '/readyz'].map(async (path) => (await fetch(app + path)).status));
  const isRefused = refused.length > LATE_SHARE * answers.length;
  return { refused: isRefused ? refused.map(({ what, status }) => `${what} ${status}`) : [], isLight, health };
}

/** Waits until no work is left, and returns the guests who booked and have no mail. */
export async function unmailedGuests(stack: TestStack): Promise<string[]> {
  const { demo, database, mailbox } = await stack.file();
  await atRest(database, demo.handle, 3 * MINUTE_MS);
  const mailed = await Promise.all(booked.map(async (address) => (await openMailbox(mailbox).to(address)).length > 0));
  return booked.filter((_, index) => mailed[index] !== true);
}
