import { freePort, isFree } from '#dev/processes/ports.ts';
import type { Settings } from './settings.ts';

const DEFAULTS = {
  PORT: 3000,
  TEMPORAL_PORT: 7233,
  TEMPORAL_UI_PORT: 8233,
  MAILBOX_PORT: 1080,
  SMTP_PORT: 1025,
  SIMULATOR_PORT: 4010,
} as const;

type PortName = keyof typeof DEFAULTS | 'POSTGRES_PORT';
export type Ports = Readonly<Record<PortName, number>>;

/**
 * A port for each part: the one set by hand (0 means any), which must be free; else the default or the next free one
 * above it. Throws an error that names the variable whose port is busy.
 */
export async function choosePorts(settings: Settings): Promise<Ports> {
  const taken = new Set(Object.values(settings).filter((value) => typeof value === 'number'));
  const chosen: Record<string, number> = {};
  for (const name of [...(Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]), 'POSTGRES_PORT' as const]) {
    chosen[name] = await choose(name, settings[name], taken);
    taken.add(chosen[name]);
  }
  return chosen as Ports;
}

async function choose(name: PortName, byHand: number | undefined, taken: ReadonlySet<number>): Promise<number> {
  if (byHand === 0 || (byHand === undefined && name === 'POSTGRES_PORT')) return freePort();
  if (byHand !== undefined) {
    if (await isFree(byHand)) return byHand;
    throw new Error(`${name}=${byHand} is in use by another program. Free that port, or set ${name} to another.`);
  }
  let port: number = DEFAULTS[name as keyof typeof DEFAULTS];
  while (taken.has(port) || !(await isFree(port))) port += 1;
  return port;
}
