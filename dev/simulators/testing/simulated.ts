import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSimulator, type SimulatorClient } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import { startSimulators, type Simulators } from '../start.ts';
import { startReceiver, type Receiver } from './receiver.ts';

export const CLIENT = { id: 'insytical', secret: 'a+b/c=&d', webhookSecret: 'webhook secret' };

/** The simulators on a data folder of their own, with a webhook endpoint to receive their notifications. */
export interface Simulated {
  readonly url: string;
  readonly receiver: Receiver;
  /** The control surface as tests of the product use it. */
  control(provider: string): SimulatorClient;
  /** A call of the control surface that the client above does not have. */
  post(path: string, body?: object): Promise<Response>;
  /** Ends them and starts them again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts them on a free port, with our app registered at each provider as `CLIENT`. */
export async function simulated(): Promise<Simulated> {
  const dataDir = await mkdtemp(join(tmpdir(), 'simulators-'));
  const receiver = await startReceiver(CLIENT.webhookSecret);
  const clients = { zoom: CLIENT, teams: CLIENT, meet: CLIENT };
  const start = (port: number) => startSimulators({ port, dataDir, webhookUrl: receiver.url, clients });
  let simulators: Simulators = await start(0);
  const { url } = simulators;
  return {
    url,
    receiver,
    control: (provider) => openSimulator(url, provider),
    post: (path, body = {}) => fetch(`${url}/_sim${path}`, { method: 'POST', body: JSON.stringify(body) }),
    restart: async () => {
      await simulators.close();
      simulators = await start(Number(new URL(url).port));
      // The first call may still meet a kept-alive connection to the old server.
      await until('the restarted simulators', async () => (await fetch(url)).ok, { every: 10 });
    },
    close: async () => {
      await simulators.close();
      await receiver.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
