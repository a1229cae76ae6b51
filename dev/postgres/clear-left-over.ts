import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine } from '#dev/processes/command-line.ts';
import { until } from '#dev/clients/until.ts';

/**
 * Ends a server that a killed stack left on this cluster, and removes a pid file whose number belongs to another program
 * or to processes that have ended, which Postgres would take for a server. Call it only while holding the data folder.
 */
export async function clearLeftOver(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!(pid > 0) || (await commandLine(pid)) === undefined) return;
  const isServing = async () => (await commandLine(pid))?.includes(data) === true;
  if (await isServing()) {
    process.kill(pid, 'SIGINT');
    await until('the Postgres left over to end', async () => !(await isServing()));
  }
  await rm(pidFile, { force: true });
}
