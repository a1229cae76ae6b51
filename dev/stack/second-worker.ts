import { type Child, startChild } from '#dev/processes/child.ts';
import { freePort } from '#dev/processes/ports.ts';
import type { Ports } from './choose-ports.ts';
import type { DisposableStack } from './disposable-stack.ts';
import { addressesOf, appEnvironment } from './environment.ts';
import { workerPart } from './node-parts.ts';
import { ensureSecrets } from './secrets.ts';
import { readSettings } from './settings.ts';

/**
 * Starts a worker as the stack's own, beside it, and returns once it is ready. Nothing starts it again when it has ended,
 * and its caller ends it.
 */
export async function startSecondWorker(stack: Pick<DisposableStack, 'environment' | 'file'>): Promise<Child> {
  const env = await stack.environment();
  const { database } = await stack.file();
  const settings = readSettings(env);
  // A disposable stack's ports are all set by hand.
  const ports = settings as Ports;
  const own = appEnvironment(env, addressesOf(settings, ports), ports, await ensureSecrets(settings.DATA_DIR));
  const part = workerPart({ ...env, ...own, DATABASE_URL: database }, await freePort());
  const child = startChild(part.command);
  await part.ready(child.gone);
  return child;
}
