import { readFile } from 'node:fs/promises';

/** Clock ticks a second, as Linux tells them to programs. */
const TICKS = 100;

/** Milliseconds of CPU a process has used so far, which says more than waits on a machine that others use; Linux only. */
export async function cpuTime(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name may hold spaces; user and system time are the 14th and 15th field.
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return ((user + system) / TICKS) * 1_000;
}
