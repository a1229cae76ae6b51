import { join } from 'node:path';
import { nodeCommand } from '#dev/stack/node-parts.ts';
import { runOnce } from '#dev/stack/run-once.ts';

/**
 * Bundles the workflows into a folder for the workers of a stack, as the image brings them: a worker that bundles by itself
 * keeps the bundler in its memory, through which the garbage collector goes again and again.
 */
export async function bundleWorkflows(): Promise<string> {
  const folder = join(import.meta.dirname, '../.data/bench-workflows');
  const command = nodeCommand('worker/bundle-main.ts', {});
  await runOnce('Bundling the workflows', { ...command, args: [...command.args, folder] });
  return folder;
}
