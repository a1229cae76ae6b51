import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { temporalSettings } from '#temporal';
import { findTemporalCli } from '#dev/temporal/find-cli.ts';
import { temporalCommand, temporalReady } from '#dev/temporal/server.ts';
import type { Ports } from './choose-ports.ts';
import type { Settings } from './settings.ts';
import type { Supervisor } from './supervisor.ts';

interface Needs {
  readonly settings: Settings;
  readonly ports: Ports;
  readonly supervisor: Supervisor;
  readonly say: (line: string) => void;
}

/** As in a cluster: a dev server reads them from its file at every use, eleven times a booking. Ours are there from its start. */
const KNOWS_SEARCH_ATTRIBUTES = 'system.forceSearchAttributesCacheRefreshOnRead=false';

/**
 * Starts our own Temporal dev server, whose whole memory is one file of the data folder; where TEMPORAL_ADDRESS names
 * another, waits for that one to answer.
 */
export async function startTemporal({ settings, ports, supervisor, say }: Needs): Promise<void> {
  const { TEMPORAL_ADDRESS: given, TEMPORAL_NAMESPACE: namespace } = settings;
  if (given !== undefined) {
    say(`Temporal at TEMPORAL_ADDRESS, ${given}.`);
    return temporalReady(temporalSettings().connectionOptions, namespace);
  }
  const { path: cli, from } = await findTemporalCli(say);
  say(`Temporal CLI ${from}.`);
  const folder = join(settings.DATA_DIR, 'temporal');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'temporal.db');
  const dynamicConfig = [KNOWS_SEARCH_ATTRIBUTES, ...(settings.TEMPORAL_DYNAMIC_CONFIG?.split(' ') ?? [])];
  const { TEMPORAL_PORT: port, TEMPORAL_UI_PORT: uiPort } = ports;
  await supervisor.start({
    name: 'temporal',
    command: temporalCommand({ cli, port, uiPort, file, namespace, dynamicConfig }),
    ready: (gone) => temporalReady({ address: `127.0.0.1:${port}` }, namespace, gone),
  });
}
