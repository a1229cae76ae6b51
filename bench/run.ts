/**
 * `npm run bench`: what people wait for and what a booking costs, on a stack of its own, beside what the machine can do at
 * best, measured in the same run. The same as JSON: `.data/bench.json`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { startOwnStack } from '#dev/stack/own-stack.ts';
import { bundleWorkflows } from './bundled-workflows.ts';
import { type Goal, goalsOf, reminderGoals } from './goals.ts';
import { percentile } from './measure.ts';
import { measureReferences } from './references.ts';
import { playReminders, tell as tellReminders } from './reminders.ts';
import { type Scene, playScenes } from './scenes.ts';

const FOLDER = '.data';
const NAME = 44;
const REMINDED_BOOKINGS = 2_500;
const cell = (value: number | null, digits = 1) => (value?.toFixed(digits) ?? '').padStart(9);

// The benchmark sends more requests than any guest.
process.env['RATE_LIMIT_SCALE'] ??= '100000';
process.env['WORKFLOW_BUNDLE_DIR'] ??= await bundleWorkflows();

const { rows, goals } = await measureStack();
// On a stack with two workers, once the first has let go of the machine.
const reminded = await playReminders(REMINDED_BOOKINGS);
goals.push(...reminderGoals(reminded));
tell(rows);
tellGoals(goals);
console.log();
tellReminders(reminded);
await mkdir(FOLDER, { recursive: true });
await writeFile(`${FOLDER}/bench.json`, `${JSON.stringify({ rows, goals }, null, 2)}\n`);

async function measureStack() {
  const stack = await startOwnStack(console.log);
  try {
    const references = await measureReferences(stack.places);
    const played = await playScenes(stack.places, references);
    const { koa, commit } = references;
    const { noops } = played.crowds;
    const scenes = [
      { name: 'reference: a plain Koa answer', times: koa.one, against: null },
      { name: 'reference: the same, flooded', ...koa.flood, against: null },
      { name: 'reference: the same, 100 a second', ...koa.offered, against: null },
      { name: 'reference: one row committed', times: commit, against: null },
      { name: 'reference: a no-op workflow, 5 a second', times: noops.times, rate: noops.rate, against: null },
      ...played.scenes,
    ];
    return { rows: scenes.map(rowOf), goals: goalsOf({ ...played, references }) };
  } finally {
    await stack.stop();
  }
}

/** Milliseconds; `times` so often the reference's median; a rate in answers a second, and as a part of the reference's. */
function rowOf({ name, times, rate, against }: Scene) {
  const p50 = percentile(times, 0.5);
  return {
    name,
    p50,
    p99: percentile(times, 0.99),
    times: against === null ? null : p50 / percentile(against.times, 0.5),
    rate: rate ?? null,
    ofReference: rate === undefined || against?.rate === undefined ? null : rate / against.rate,
    count: times.length,
  };
}

function tell(rows: readonly ReturnType<typeof rowOf>[]): void {
  const heads = ['p50 ms', 'p99 ms', 'x ref.', 'a second', 'of ref.', 'n'];
  console.log(`${''.padEnd(NAME)}${heads.map((head) => head.padStart(9)).join('')}`);
  for (const { name, p50, p99, times, rate, ofReference, count } of rows)
    console.log(
      `${name.padEnd(NAME)}${cell(p50)}${cell(p99)}${cell(times)}${cell(rate, 0)}${cell(ofReference, 2)}${cell(count, 0)}`,
    );
}

function tellGoals(goals: readonly Goal[]): void {
  console.log(`\n${''.padEnd(NAME)}${['now', 'ref.', 'wanted'].map((head) => head.padStart(9)).join('')}`);
  for (const { what, now, reference, wanted, isMet } of goals)
    console.log(`${what.padEnd(NAME)}${cell(now)}${cell(reference)}${wanted.padStart(9)}${isMet ? '' : '  not met'}`);
}
