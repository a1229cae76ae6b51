/**
 * A small process that outlives its starter by a moment: it reads process ids from standard input and, once that ends,
 * however hard the starter died, ends the processes it was told of. It hears no signal meant for the whole group.
 */
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine } from './command-line.ts';

const GRACE_MS = 10_000;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
const watched = new Set<number>();
for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) watched.add(pid);
  else watched.delete(pid);
}
watched.forEach((pid) => send(pid, 'SIGTERM'));
const deadline = Date.now() + GRACE_MS;
while ((await anyRuns()) && Date.now() < deadline) await sleep(50);
watched.forEach((pid) => send(pid, 'SIGKILL'));

async function anyRuns(): Promise<boolean> {
  const lines = await Promise.all([...watched].map(commandLine));
  return lines.some((line) => line !== undefined && line !== '');
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}
