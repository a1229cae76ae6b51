import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openCalendars } from './calendars/calendars.ts';
import { openJournal } from './core/journal.ts';
import { createSimulatorServer } from './core/server.ts';
import { openSimulator, type Client } from './core/simulator.ts';
import { openReceivers } from './receivers/receivers.ts';
import { simulators } from './simulators.ts';

export interface SimulatorOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the providers' journals are kept, in a folder `simulators`. */
  readonly dataDir: string;
  /** Base URL of the app; notifications go to `/webhooks/{provider}` below it. */
  readonly webhookUrl: string;
  /** Our app's registration at each provider, by provider id; a provider without one is not simulated. */
  readonly clients: Readonly<Record<string, Client>>;
}

export interface Simulators {
  /** Base URL without a slash at its end. */
  readonly url: string;
  /** Stops at once; calls that hang are cut. What was committed is in `dataDir`. */
  close(): Promise<void>;
}

/** Starts the providers' simulators on 127.0.0.1. @throws Error where the port is taken */
export async function startSimulators({ port, dataDir, webhookUrl, clients }: SimulatorOptions): Promise<Simulators> {
  const open = simulators.flatMap((made) => {
    const client = clients[made.id];
    return client === undefined ? [] : [openSimulator(made, dataDir, client, webhookUrl)];
  });
  const journal = openJournal(join(dataDir, 'simulators', 'calendars.jsonl'));
  const receiverJournal = openJournal(join(dataDir, 'simulators', 'receivers.jsonl'));
  const others = [openCalendars(journal), openReceivers(receiverJournal)];
  const server = createSimulatorServer(open, others).listen(port, '127.0.0.1');
  await once(server, 'listening');
  for (const simulator of open) simulator.start?.();
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      journal.close();
      receiverJournal.close();
      for (const simulator of open) {
        simulator.stop?.();
        simulator.state.notifications.clear();
        simulator.state.journal.close();
      }
    },
  };
}
