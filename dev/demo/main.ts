import { parseArgs } from 'node:util';
import { openSession } from '#dev/clients/session.ts';
import { printingReporter } from './reporter.ts';
import { playStory } from './story.ts';
import { startOwnStack } from '#dev/stack/own-stack.ts';
import { runningStack, type StackFile } from '#dev/stack/stack-file.ts';

const { values } = parseArgs({
  options: {
    /** Address of a running stack's app; without it the demo brings up a stack of its own. */
    url: { type: 'string' },
    provider: { type: 'string', default: 'zoom' },
  },
});

/** The stack at `url`, by the addresses it left in its DATA_DIR. */
async function stackAt(url: string): Promise<StackFile> {
  const folder = process.env['DATA_DIR'] ?? '.data';
  const places = await runningStack(folder);
  if (new URL(places.app).origin !== new URL(url).origin)
    throw new Error(`${folder} belongs to the stack at ${places.app}. Set DATA_DIR to that of the stack at ${url}.`);
  return places;
}

const reporter = printingReporter();
const own = values.url === undefined ? await startOwnStack(console.log) : null;
try {
  const places = own === null ? await stackAt(values.url ?? '') : own.places;
  await openSession(places.app).json('GET', '/readyz');
  const providers = values.provider === 'all' ? ['zoom', 'teams', 'meet'] : [values.provider];
  for (const provider of providers) await playStory(places, provider, reporter);
  console.log('\nEverything was as it should be.');
} catch (error) {
  console.error(`\n  ✗ ${(error as Error).message}`);
  if (error instanceof Error && error.cause !== undefined) console.error(error.cause);
  process.exitCode = 1;
} finally {
  await own?.stop();
}
