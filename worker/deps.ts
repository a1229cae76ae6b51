import type { Client } from '@temporalio/client';
import { createSignals } from '#commands/signals.ts';
import type { ActivityDeps } from '#activities/deps.ts';
import type { Config } from '#config';
import { createOrm } from '#db/orm.ts';
import { openMailTransport } from '#mail/transport.ts';
import { createProviderRegistry } from '#providers/registry.ts';

/** Longer than a provider call: whoever waits for a refresh waits for somebody else's call. */
const TOKEN_STATEMENT_MS = 25_000;

/** Everything the activities work with, and how to let go of it. */
export function createActivityDeps(config: Config, client: Client): ActivityDeps & { close(): Promise<void> } {
  const orm = createOrm({ url: config.DATABASE_URL, pool: config.DATABASE_POOL, applicationName: 'worker' });
  const tokenOrm = createOrm({
    url: config.DATABASE_URL,
    pool: 4,
    statementTimeoutMs: TOKEN_STATEMENT_MS,
    applicationName: 'worker-tokens',
  });
  const mail = openMailTransport(config.SMTP_URL);
  return {
    orm,
    tokenOrm,
    config,
    providers: createProviderRegistry(config),
    signals: createSignals(client, { deadlineMs: config.SIGNAL_DEADLINE_MS * 5 }),
    mail,
    now: () => new Date(),
    async close() {
      mail.close();
      await Promise.all([orm.close(), tokenOrm.close()]);
    },
  };
}
