/**
 * `npx node bench/idle.ts`: what the sweep costs while there is nothing to repair, in CPU time of all processes and in
 * workflow runs, against a stack on which it does not run. It sweeps 20 times as often as in production, since a single
 * sweep costs less than the measurement's noise.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openWorkflows } from '#dev/clients/workflows.ts';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';
import { cpuTimeOfTree } from './cpu-time.ts';

const MINUTES = Number(process.argv[2] ?? 3);
const MINUTE_MS = 60_000;
const NEVER = '86400000';
const TIMES = 20;

const without = await idle({ SWEEP_MS: NEVER });
const swept = await idle({ SWEEP_MS: String(10_000 / TIMES) });
console.log(`ms of CPU a minute: ${swept.cpuMs.toFixed(0)} with the sweep, ${without.cpuMs.toFixed(0)} without`);
const cost = (swept.cpuMs - without.cpuMs) / TIMES;
console.log(`six sweeps: ${cost.toFixed(0)} ms a minute, ${swept.runs} workflow runs`);

/** Starts a stack, lets it come to rest, and measures some minutes of idleness. */
async function idle(overrides: Readonly<Record<string, string>>) {
  const stack = createDisposableStack({ ...overrides, UNDELIVERED_MS: '5000', OVERDUE_MS: '60000', LOG_LEVEL: 'warn' });
  await stack.start();
  const { pids, temporal } = await stack.file();
  const workflows = openWorkflows(temporal);
  const look = async () => ({
    cpuMs: await cpuTimeOfTree(pids.supervisor ?? 0),
    runs: (await workflows.client.workflow.count()).count,
  });
  try {
    await sleep(MINUTE_MS);
    const before = await look();
    await sleep(MINUTES * MINUTE_MS);
    const after = await look();
    return { cpuMs: (after.cpuMs - before.cpuMs) / MINUTES, runs: after.runs - before.runs };
  } finally {
    await workflows.close();
    await stack.dispose();
  }
}
