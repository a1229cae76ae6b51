import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine } from '../processes/command-line.ts';
import { until } from '../clients/until.ts';

/**
 * Ends a server that a killed stack left on this cluster, and removes a pid file whose number now belongs to another
 * program, which Postgres would take for a server. Call it only while holding the data folder.
 */
export async function clearLeftOver(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  const command = pid > 0 ? await commandLine(pid) : undefined;
  if (command === undefined || command === '') return;
  if (!command.includes(data)) return rm(pidFile, { force: true });
  process.kill(pid, 'SIGINT');
  await until('the Postgres left over to end', async () => (await commandLine(pid)) === undefined);
}
