import { startChild } from '#dev/processes/child.ts';
import type { Command } from '#dev/processes/command.ts';

/** Runs a program to its end; throws with its last words if that is no good one. */
export async function runOnce(what: string, command: Command): Promise<void> {
  const { gone } = startChild(command);
  await new Promise((resolve) => gone.addEventListener('abort', resolve, { once: true }));
  const end = gone.reason as Error;
  if (end.message !== 'ended with 0') throw new Error(`${what} ${end.message}\n${String(end.cause).trim()}`);
}
