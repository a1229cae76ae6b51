/**
 * `npx node bench/profile.ts`: where worker and API spend their CPU while guests book, by package and by part of ours, in
 * milliseconds a booking. What Node itself does counts to the one that asked for it.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '#dev/clients/until.ts';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';
import { AS_IN_PRODUCTION } from './as-in-production.ts';
import { bundleWorkflows } from './bundled-workflows.ts';
import { freeTimes, offerBookings } from './bookings.ts';
import { type CpuProfile, spentBy } from './read-profile.ts';

const GUESTS = 60;
const WARM_UP = 15;
const PER_SECOND = 5;
/** Less is not worth a line. */
const LEAST_MS = 0.2;

const folder = await mkdtemp(join(tmpdir(), 'insytical-profile-'));
const stack = createDisposableStack({
  ...AS_IN_PRODUCTION,
  NODE_OPTIONS: `--cpu-prof --cpu-prof-interval=500 --cpu-prof-dir=${folder}`,
  WORKFLOW_BUNDLE_DIR: await bundleWorkflows(),
  LOG_LEVEL: 'info',
});
await stack.start();
try {
  const { app, database, pids } = await stack.file();
  const times = await freeTimes(app, WARM_UP + GUESTS);
  await offerBookings({ app, database, times: times.splice(0, WARM_UP), perSecond: PER_SECOND });
  const from = monotonic();
  await offerBookings({ app, database, times, perSecond: PER_SECOND });
  const to = monotonic();
  for (const part of ['worker', 'api'] as const) {
    // At a quieter moment than with the whole stack, so that the profile is written whole.
    await stack.kill(part, 'SIGTERM');
    const profiles = await until('the profile', () => profilesOf(pids[part] ?? 0), { within: 60_000, every: 500 });
    tell(part, spentBy(profiles, { from, to, root: join(import.meta.dirname, '..') }));
  }
} finally {
  await stack.dispose();
  await rm(folder, { recursive: true, force: true });
}

/** Microseconds of the clock that profiles use, the same in every process. */
function monotonic(): number {
  return Number(process.hrtime.bigint() / 1_000n);
}

/** One a thread, written as the process ends; the main thread's comes last. */
async function profilesOf(pid: number): Promise<CpuProfile[] | undefined> {
  const names = (await readdir(folder)).filter((name) => name.split('.')[3] === String(pid));
  if (!names.some((name) => name.split('.')[4] === '0')) return undefined;
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as CpuProfile));
}

function tell(part: string, spent: ReadonlyMap<string, number>): void {
  const rows = [...spent].map(([who, ms]) => ({ who, ms: ms / GUESTS })).toSorted((a, b) => b.ms - a.ms);
  const all = rows.reduce((sum, { ms }) => sum + ms, 0);
  console.log(`\n${part}: ${all.toFixed(1)} ms a booking`);
  for (const { who, ms } of rows)
    if (ms >= LEAST_MS)
      console.log(`${who.padEnd(44)}${ms.toFixed(2).padStart(7)}${((100 * ms) / all).toFixed(0).padStart(5)} %`);
}
