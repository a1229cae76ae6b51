import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Child, startChild } from '#dev/processes/child.ts';
import { until } from '#dev/processes/until.ts';
import { createHttpClient, type HttpClient } from '#dev/seed/http-client.ts';
import { nodeCommand } from '#dev/stack/node-parts.ts';
import type { PartName } from '#dev/stack/part.ts';
import { readStackFile, type StackFile } from '#dev/stack/stack-file.ts';
import { createGuestClient, type GuestClient } from './guest-client.ts';
import { type Mailbox, readMailbox } from './mails.ts';
import { createSimulatorClient, type SimulatorClient } from './simulator-client.ts';
import { stackEnvironment } from './stack-environment.ts';

export interface TestStack {
  /** stack.json as it is now: addresses stay the same over restarts, `pids` do not. */
  file(): Promise<StackFile>;
  /** Starts it, again on the same data, and waits until it is ready. */
  start(): Promise<void>;
  /** Ctrl-C; returns when the supervisor has ended. */
  stop(): Promise<void>;
  /** kill -9 of the whole process group at once. */
  killAll(): Promise<void>;
  /** Sends one part a signal, SIGKILL by default, without waiting for what comes of it. */
  kill(part: PartName, signal?: NodeJS.Signals): Promise<void>;
  /** kill -9 of one part; returns once it was started again and serves. */
  killAndAwait(part: PartName): Promise<void>;
  /** A signed-in host's browser: `demo` (connected, open at all hours) or `nova` (office hours, not connected). */
  host(who?: 'demo' | 'nova'): Promise<HttpClient>;
  guest(): Promise<GuestClient>;
  mailbox(): Promise<Mailbox>;
  sim(provider?: string): Promise<SimulatorClient>;
}

const START_MS = 120_000;

/**
 * A whole stack as `npm start` brings up, for the tests of one file: real processes on ports and data of its own, with
 * every wait of the system shortened (`stack-environment.ts`). `overrides` are environment variables on top. Call it at the
 * top of a file of the `stack` project; it is ready in the tests and gone after them.
 *
 *     const stack = useStack();
 *     test('a booking gets its link', async () => {
 *       const guest = await stack.guest();
 *       const { token } = await guest.book('demo/zoom-30');
 *       const booking = await guest.until(token, ({ conference }) => conference.status === 'ready');
 *       await stack.killAndAwait('worker');
 *     });
 */
export function useStack(overrides: Readonly<Record<string, string>> = {}): TestStack {
  const stack = createTestStack(overrides);
  beforeAll(() => stack.start(), START_MS);
  afterAll(() => stack.dispose(), START_MS);
  return stack;
}

/** The same without vitest's hooks: the caller starts it, and disposes of it and its data. */
export function createTestStack(
  overrides: Readonly<Record<string, string>> = {},
): TestStack & { dispose(): Promise<void> } {
  let home: { readonly folder: string; readonly env: Readonly<Record<string, string | undefined>> } | undefined;
  let supervisor: Child | undefined;

  const folder = () => {
    if (home === undefined) throw new Error('The stack was not started.');
    return home.folder;
  };
  const file = async () => {
    const known = await readStackFile(folder());
    if (known === undefined) throw new Error('The stack is not ready.');
    return known;
  };
  const signalGroup = async (signal: NodeJS.Signals) => {
    if (supervisor === undefined) return;
    if (!supervisor.gone.aborted) process.kill(-supervisor.pid, signal);
    await supervisor.stop(signal, START_MS);
    supervisor = undefined;
  };
  const kill: TestStack['kill'] = async (part, signal = 'SIGKILL') => {
    const pid = (await file()).pids[part];
    if (pid !== undefined) process.kill(pid, signal);
  };

  return {
    file,
    async start() {
      home ??= await makeHome(overrides);
      const child = startChild({ ...nodeCommand('dev/start.ts', home.env), detached: true });
      supervisor = child;
      // A killed stack leaves its file; the new one's names the new supervisor.
      const isReady = async () => (await readStackFile(folder()))?.pids.supervisor === child.pid;
      await until(isReady, { what: 'the stack', timeoutMs: START_MS, signal: child.gone });
    },
    stop: () => signalGroup('SIGINT'),
    killAll: () => signalGroup('SIGKILL'),
    kill,
    async killAndAwait(part) {
      const before = (await file()).pids[part];
      await kill(part);
      await until(async () => (await file()).pids[part] !== before, { what: `${part} to serve again` });
    },
    async host(who = 'demo') {
      const { app, [who]: login } = await file();
      const client = createHttpClient(app);
      await client.json('POST', '/api/auth/sign-in/email', { email: login.email, password: login.password });
      return client;
    },
    guest: async () => createGuestClient((await file()).app),
    mailbox: async () => readMailbox((await file()).mailbox),
    sim: async (provider = 'zoom') => createSimulatorClient((await file()).simulators, provider),
    async dispose() {
      await signalGroup('SIGINT');
      if (home !== undefined) await rm(home.folder, { recursive: true, force: true });
    },
  };
}

async function makeHome(overrides: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'insytical-stack-'));
  // Postgres' own user passes through where we are root.
  await chmod(folder, 0o711);
  return { folder, env: await stackEnvironment(folder, overrides) };
}
