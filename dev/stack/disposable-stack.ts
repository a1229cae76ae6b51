import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '#dev/clients/until.ts';
import { type Child, startChild } from '#dev/processes/child.ts';
import { disposableEnvironment } from './disposable-environment.ts';
import { nodeCommand } from './node-parts.ts';
import type { PartName } from './part.ts';
import { readStackFile, type StackFile } from './stack-file.ts';

/** A stack that is there to be killed. */
export interface DisposableStack {
  /** stack.json as it is now: addresses stay the same over restarts, `pids` do not. */
  file(): Promise<StackFile>;
  /** The environment variables it is started with. */
  environment(): Promise<Environment>;
  /** Starts it, again on the same data, and waits until it is ready. */
  start(): Promise<void>;
  /** Ctrl-C; returns when the supervisor has ended. */
  stop(): Promise<void>;
  /** kill -9 of the whole process group at once. */
  killAll(): Promise<void>;
  /** Sends one part a signal, SIGKILL by default, without waiting for what comes of it; one that has ended, once it is back. */
  kill(part: PartName | 'supervisor', signal?: NodeJS.Signals): Promise<void>;
  /** kill -9 of one part; returns once it was started again and serves. */
  killAndAwait(part: PartName): Promise<void>;
  /** Ctrl-C, and its data is deleted. */
  dispose(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** How long a whole stack may take to start or to end, in milliseconds, on a machine that is busy with much else. */
export const STACK_START_MS = 170_000;

/**
 * A whole stack as `npm start` brings up, on ports and data of its own, with every wait of the system shortened
 * (`disposable-environment.ts`); `overrides` are environment variables on top. The caller starts it, and disposes of it
 * and its data.
 */
export function createDisposableStack(overrides: Readonly<Record<string, string>> = {}): DisposableStack {
  let home: { readonly folder: string; readonly env: Environment } | undefined;
  let supervisor: Child | undefined;

  const settled = async () => (home ??= await makeHome(overrides));
  const file = async () => {
    const known = await readStackFile((await settled()).folder);
    if (known === undefined) throw new Error('The stack is not ready.', { cause: supervisor?.gone.reason });
    return known;
  };
  const signalGroup = async (signal: NodeJS.Signals) => {
    if (supervisor === undefined) return;
    if (!supervisor.gone.aborted) process.kill(-supervisor.pid, signal);
    await supervisor.stop(signal, STACK_START_MS);
    supervisor = undefined;
  };
  const kill: DisposableStack['kill'] = async (part, signal = 'SIGKILL') => {
    const isSent = async () => {
      const pid = (await file()).pids[part];
      return pid === undefined || process.kill(pid, signal);
    };
    await until(`${part} to be there`, isSent, { within: STACK_START_MS });
  };

  return {
    file,
    environment: async () => (await settled()).env,
    async start() {
      const { env } = await settled();
      const child = startChild({ ...nodeCommand('dev/start.ts', env), detached: true });
      supervisor = child;
      // A killed stack leaves its file; the new one's names the new supervisor.
      const isReady = async () => (await readStackFile((await settled()).folder))?.pids.supervisor === child.pid;
      await until('the stack to be ready', isReady, { within: STACK_START_MS, signal: child.gone });
    },
    stop: () => signalGroup('SIGINT'),
    killAll: () => signalGroup('SIGKILL'),
    kill,
    async killAndAwait(part) {
      const before = (await file()).pids[part];
      await kill(part);
      const isBack = async () => (await file()).pids[part] !== before;
      await until(`${part} to serve again`, isBack, { within: STACK_START_MS });
    },
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
  return { folder, env: await disposableEnvironment(folder, overrides) };
}
