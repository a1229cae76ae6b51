import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Guard {
  readonly pid: number | undefined;
  /** This process ends when we do. */
  watch(pid: number): void;
  /** It has ended; another process may soon get its id. */
  forget(pid: number): void;
  /** Ends what is still watched, and returns once the guard itself has ended. */
  end(): Promise<void>;
}

/** Starts the process that ends our children if we are killed too hard to do so ourselves. */
export function startGuard(): Guard {
  const guard = spawn(process.execPath, [`${import.meta.dirname}/guard.ts`], { stdio: ['pipe', 'ignore', 'ignore'] });
  guard.stdin.on('error', () => undefined);
  guard.unref();
  return {
    pid: guard.pid,
    watch: (pid) => void guard.stdin.write(`+${pid}\n`),
    forget: (pid) => void guard.stdin.write(`-${pid}\n`),
    async end() {
      guard.ref();
      const ended = once(guard, 'exit');
      guard.stdin.end();
      await ended;
    },
  };
}
