import { spawn } from 'node:child_process';

export interface Guard {
  readonly pid: number | undefined;
  /** This process ends when we do. */
  watch(pid: number): void;
  /** It has ended; its id may soon be somebody else's. */
  forget(pid: number): void;
  /** Ends what is still watched and then the guard. */
  end(): void;
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
    end: () => void guard.stdin.end(),
  };
}
