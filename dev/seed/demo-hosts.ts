import type { EventType } from '#api/event-types/schema.ts';
import type { Integration } from '#api/integrations/schema.ts';
import { ensureEventTypes } from './event-types.ts';
import { findOrSignUp } from './find-or-sign-up.ts';

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
  const [demo, nova] = await Promise.all([
    findOrSignUp(app, { name: 'Demo', email: `demo@${DOMAIN}`, password: demoPassword, timeZone }),
    findOrSignUp(app, { name: 'Nova', email: `nova@${DOMAIN}`, password: novaPassword, timeZone }),
  ]);
  const { items: known } = await demo.json<{ items: EventType[] }>('GET', '/api/v1/event-types');
  // The first start, or one that was killed before it came this far.
  if (known.length === 0) await demo.alwaysOpen();
  const { items: providers } = await demo.json<{ items: Integration[] }>('GET', '/api/v1/integrations');
  for (const { provider, name, status } of providers) {
    if (status !== 'not_connected' || !isSimulated(provider)) continue;
    await demo.connect(provider, 'demo');
    const now = await demo.integration(provider);
    if (now.status !== 'connected') say(`The demo host could not be connected to ${name}.`);
  }
  const eventTypes = await ensureEventTypes(demo, known, providers);
  return {
    demo: { email: demo.email, password: demoPassword, handle: demo.handle, eventTypes },
    nova: { email: nova.email, password: novaPassword, handle: nova.handle },
  };
}
