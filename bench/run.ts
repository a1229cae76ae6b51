/** `npx node bench/run.ts`: what people wait for, on a stack of its own, in milliseconds and in round trips. */
import { startOwnStack } from '#dev/stack/own-stack.ts';
import { percentile } from './measure.ts';
import { playScenes } from './scenes.ts';

const cell = (value: number) => value.toFixed(1).padStart(9);

// The benchmark sends more requests than any guest.
process.env['RATE_LIMIT_SCALE'] ??= '1000';

const stack = await startOwnStack(console.log);
try {
  const scenes = await playScenes(stack.places.app);
  const roundTrip = percentile(scenes[0]?.times ?? [], 0.5);
  console.log(`${''.padEnd(36)}${['p50 ms', 'p99 ms', 'p50/trip'].map((head) => head.padStart(9)).join('')}      n`);
  for (const { name, times } of scenes) {
    const [middle, late] = [percentile(times, 0.5), percentile(times, 0.99)];
    console.log(
      `${name.padEnd(36)}${cell(middle)}${cell(late)}${cell(middle / roundTrip)}${String(times.length).padStart(7)}`,
    );
  }
} finally {
  await stack.stop();
}
