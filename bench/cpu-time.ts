import { readdir, readFile } from 'node:fs/promises';

/** Clock ticks a second, as Linux tells them to programs. */
const TICKS = 100;

/** Milliseconds of CPU a process has used so far, which says more than waits on a machine that others use; Linux only. */
export async function cpuTime(pid: number): Promise<number> {
  const { user, system } = await readStat(pid);
  return inMs(user + system);
}

/** The same for a process with all its descendants, those that have ended included. */
export async function cpuTimeOfTree(root: number): Promise<number> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const stats = await Promise.all(pids.map((pid) => readStat(pid).catch(() => null)));
  const processes = stats.filter((stat) => stat !== null);
  const members = new Set([root]);
  // A descendant may have a smaller pid than its parent, once pids have wrapped around.
  for (let before = 0; before !== members.size;) {
    before = members.size;
    for (const { pid, parent } of processes) if (members.has(parent)) members.add(pid);
  }
  const own = processes.filter(({ pid }) => members.has(pid));
  return inMs(own.reduce((sum, { user, system, ended }) => sum + user + system + ended, 0));
}

const inMs = (ticks: number) => (ticks / TICKS) * 1_000;

async function readStat(pid: number) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name may hold spaces; after it come the state, the parent and, from the 14th field on, the times.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  return { pid, parent: fields[1] ?? 0, user, system, ended: endedUser + endedSystem };
}
