import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from './command.ts';
import { startGuard, type Guard } from './start-guard.ts';

export interface Child {
  readonly pid: number;
  /** Aborted when the process has ended; the reason says how, with its last words as the cause. */
  readonly gone: AbortSignal;
  /** Asks it to end, kills it after `graceMs`, and returns when it has ended. */
  stop(signal?: NodeJS.Signals, graceMs?: number): Promise<void>;
}

let guard: Guard | undefined;
const LAST_WORDS = 4_000;
const LAST_WORDS_MS = 200;

/**
 * Starts a program, by default in our process group, that ends at the latest when we do, however we end. What it prints
 * goes to `onOutput`, and its last words into the reason of `gone`.
 */
export function startChild(command: Command, onOutput: (text: string) => void = () => undefined): Child {
  guard ??= startGuard();
  const { file, args, env, ...options } = command;
  const child = spawn(file, args, { ...options, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const { pid } = child;
  if (pid !== undefined) guard.watch(pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-LAST_WORDS);
      onOutput(text);
    });
  const gone = new AbortController();
  const ended = new Promise<void>((resolve) => {
    const end = (how: string) => {
      if (pid !== undefined) guard?.forget(pid);
      gone.abort(new Error(how, { cause: output }));
      resolve();
    };
    child.once('error', (error) => end(`did not start: ${error.message}`));
    child.once('exit', (code, signal) => {
      const say = () => end(`ended with ${signal ?? code}`);
      // Its last words may still be on their way; its children may keep the pipes open longer than we care to wait.
      child.once('close', say);
      setTimeout(say, LAST_WORDS_MS);
    });
  });
  return {
    pid: pid ?? 0,
    gone: gone.signal,
    async stop(signal = 'SIGTERM', graceMs = 10_000) {
      if (!gone.signal.aborted) child.kill(signal);
      const patience = new AbortController();
      await Promise.race([ended, sleep(graceMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
      patience.abort();
      if (!gone.signal.aborted) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Ends every child that still runs, and the guard that supervises them. */
export async function endChildren(): Promise<void> {
  await guard?.end();
  guard = undefined;
}
