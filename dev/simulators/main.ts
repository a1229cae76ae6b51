import { z } from 'zod';
import type { Client } from './core/simulator.ts';
import { startSimulators } from './start.ts';
import { simulators } from './simulators.ts';

const environment = z.object({
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
  DATA_DIR: z.string().min(1),
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  /** Where notifications go, if that is another address than the app's own. */
  WEBHOOK_URL: z.url().optional(),
});

/** The app's registration, for each provider whose client id and secret are set. */
function clientsFrom(env: NodeJS.ProcessEnv): Record<string, Client> {
  const clients: Record<string, Client> = {};
  for (const { id: provider } of simulators) {
    const setting = (name: string) => env[`${provider.toUpperCase()}_${name}`] ?? '';
    const [id, secret, webhookSecret] = [setting('CLIENT_ID'), setting('CLIENT_SECRET'), setting('WEBHOOK_SECRET')];
    if (id !== '' && secret !== '')
      clients[provider] = { id, secret, ...(webhookSecret === '' ? {} : { webhookSecret }) };
  }
  return clients;
}

const config = environment.parse(process.env);
const running = await startSimulators({
  port: config.SIMULATOR_PORT,
  dataDir: config.DATA_DIR,
  webhookUrl: (config.WEBHOOK_URL ?? config.PUBLIC_URL).replace(/\/$/, ''),
  clients: clientsFrom(process.env),
});
console.log(`simulators listen on ${running.url}`);

const stop = async () => {
  await running.close();
  process.exit(0);
};
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
