import type { EventType } from '#api/event-types/schema.ts';
import type { Integration } from '#api/integrations/schema.ts';
import type { Schedule } from '#api/schedules/schema.ts';
import { connectProvider } from './connect.ts';
import { ensureEventTypes } from './event-types.ts';
import type { HttpClient } from './http-client.ts';
import { signInOrUp } from './sign-up.ts';

interface Seeding {
  readonly app: string;
  readonly demoPassword: string;
  readonly novaPassword: string;
  /** Whether consent at this provider can be given without a person. */
  readonly isSimulated: (provider: string) => boolean;
  readonly say: (line: string) => void;
}

const DOMAIN = 'example.com';

/**
 * Makes the two demo hosts over HTTP as people would, or finds them again: `demo`, always open and connected to every
 * simulated provider, and `nova`, freshly signed up. What its owner changed since stays as it is.
 */
export async function seedDemoHosts({ app, demoPassword, novaPassword, isSimulated, say }: Seeding) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const demo = { name: 'Demo', email: `demo@${DOMAIN}`, password: demoPassword, handle: 'demo', timeZone };
  const nova = { name: 'Nova', email: `nova@${DOMAIN}`, password: novaPassword, handle: 'nova', timeZone };
  const [{ client, me }, novaHost] = await Promise.all([signInOrUp(app, demo), signInOrUp(app, nova)]);
  const known = await client.json<{ items: EventType[] }>('GET', '/api/v1/event-types');
  if (known.items.length === 0) await openAtAllHours(client);
  const providers = await client.json<{ items: Integration[] }>('GET', '/api/v1/integrations');
  for (const { provider, name, status } of providers.items) {
    if (status !== 'not_connected' || !isSimulated(provider)) continue;
    await connectProvider(client, provider, 'demo').catch((error: Error) => say(`${name}: ${error.message}`));
  }
  const eventTypes = await ensureEventTypes(client, known.items, providers.items);
  return {
    demo: { email: demo.email, password: demoPassword, handle: me.handle, eventTypes },
    nova: { email: nova.email, password: novaPassword, handle: novaHost.me.handle },
  };
}

async function openAtAllHours(client: HttpClient): Promise<void> {
  const { items } = await client.json<{ items: Schedule[] }>('GET', '/api/v1/schedules');
  const schedule = items.find(({ isDefault }) => isDefault);
  if (schedule === undefined) throw new Error('The demo host has no schedule.');
  const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
  await client.json('PATCH', `/api/v1/schedules/${schedule.id}`, { weekly });
}
