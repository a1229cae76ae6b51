import type { Client } from '@temporalio/client';
import { createSignals } from '#commands/signals.ts';
import type { ActivityDeps } from '#activities/deps.ts';
import type { Config } from '#config';
import { createOrm } from '#db/orm.ts';
import { openMailTransport } from '#mail/transport.ts';
import { createProviderRegistry } from '#providers/registry.ts';

/** Everything the activities work with, and how to let go of it. */
export function createActivityDeps(config: Config, client: Client): ActivityDeps & { close(): Promise<void> } {
  const orm = createOrm({ url: config.DATABASE_URL, pool: config.DATABASE_POOL, applicationName: 'worker' });
  const mail = openMailTransport(config.SMTP_URL);
  return {
    orm,
    config,
    providers: createProviderRegistry(config),
    signals: createSignals(client, { deadlineMs: config.SIGNAL_DEADLINE_MS * 5 }),
    mail,
    now: () => new Date(),
    async close() {
      mail.close();
      await orm.close();
    },
  };
}
