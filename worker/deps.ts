import type { Client } from '@temporalio/client';
import { createSignals } from '#commands/shared/signals.ts';
import type { ActivityDeps } from '#activities/deps.ts';
import type { Config } from '#config';
import { followDatabaseClock } from '#db/database-clock.ts';
import { createOrm } from '#db/orm.ts';
import { openMailTransport } from '#mail/transport.ts';
import { createProviderRegistry } from '#providers/registry.ts';

/** Everything the activities work with, and how to let go of it. */
export function createActivityDeps(config: Config, client: Client): ActivityDeps & { close(): Promise<void> } {
  const orm = createOrm({ url: config.DATABASE_URL, pool: config.DATABASE_POOL, applicationName: 'worker' });
  const clock = followDatabaseClock(orm);
  const mail = openMailTransport(config.SMTP_URL);
  return {
    orm,
    config,
    providers: createProviderRegistry(config),
    signals: createSignals(client, { deadlineMs: config.SIGNAL_DEADLINE_MS * 5 }),
    mail,
    now: () => clock.now(),
    async close() {
      clock.stop();
      mail.close();
      await orm.close();
    },
  };
}
