import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from './command.ts';
import { startGuard, type Guard } from './start-guard.ts';

export interface Child {
  readonly pid: number;
  /** Aborted when the process has ended, with its last words as the reason. */
  readonly gone: AbortSignal;
  /** Asks it to end, kills it after `graceMs`, and returns when it has ended. */
  stop(signal?: NodeJS.Signals, graceMs?: number): Promise<void>;
}

let guard: Guard | undefined;
const LAST_WORDS = 4_000;

/** Starts a program in our process group that ends at the latest when we do. Its output is kept for the error only. */
export function startChild({ file, args, env, ...options }: Command): Child {
  guard ??= startGuard();
  const child = spawn(file, args, { ...options, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const { pid } = child;
  const gone = new AbortController();
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-LAST_WORDS)));
  const ended = new Promise<void>((resolve) => {
    const end = (how: string) => {
      if (pid !== undefined) guard?.forget(pid);
      gone.abort(new Error(`${file} ${how}\n${output}`));
      resolve();
    };
    child.once('error', (error) => end(`did not start: ${error.message}`));
    child.once('close', (code, signal) => end(`ended with ${signal ?? code}`));
  });
  if (pid !== undefined) guard.watch(pid);
  return {
    pid: pid ?? 0,
    gone: gone.signal,
    async stop(signal = 'SIGTERM', graceMs = 10_000) {
      child.kill(signal);
      await Promise.race([ended, sleep(graceMs, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await ended;
    },
  };
}
