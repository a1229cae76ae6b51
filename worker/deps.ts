import type { Client } from '@temporalio/client';
import { createSignals } from '#commands/shared/signals.ts';
import { signalWebhooksAfterCommit } from '#commands/webhooks/signal-after-commit.ts';
import type { ActivityDeps } from '#activities/deps.ts';
import type { Config } from '#config';
import { followDatabaseClock } from '#db/database-clock.ts';
import { createOrm } from '#db/orm.ts';
import { openMailTransport } from '#mail/transport.ts';
import { createProviderRegistry } from '#providers/registry.ts';

/** The part of a process' connections that is kept for upkeep; at least two. */
const UPKEEP_SHARE = 0.25;

interface WorkerDeps {
  /** Of what guests and hosts wait for. */
  readonly deps: ActivityDeps;
  /** The same over connections of its own, for what no person waits for: sweeps, reminders, polls, calendars, pruning, figures. */
  readonly upkeep: ActivityDeps;
  /** Lets go of both. */
  readonly close: () => Promise<void>;
}

/** Everything the activities work with. */
export function createWorkerDeps(config: Config, client: Client): WorkerDeps {
  const { DATABASE_URL: url, DATABASE_POOL: connections } = config;
  const kept = Math.max(2, Math.round(connections * UPKEEP_SHARE));
  const orm = createOrm({ url, pool: Math.max(2, connections - kept), applicationName: 'worker' });
  const upkeepOrm = createOrm({ url, pool: kept, applicationName: 'worker-upkeep' });
  const clock = followDatabaseClock(orm);
  const [mail, upkeepMail] = [openMailTransport(config.SMTP_URL), openMailTransport(config.SMTP_URL)];
  const signals = createSignals(client, { deadlineMs: config.SIGNAL_DEADLINE_MS * 5, isAwaited: true });
  for (const one of [orm, upkeepOrm]) signalWebhooksAfterCommit(one, signals);
  const deps = {
    orm,
    config,
    providers: createProviderRegistry(config),
    signals,
    mail,
    now: () => clock.now(),
  };
  return {
    deps,
    upkeep: { ...deps, orm: upkeepOrm, mail: upkeepMail },
    async close() {
      clock.stop();
      for (const one of [mail, upkeepMail]) one.close();
      await Promise.all([orm.close(), upkeepOrm.close()]);
    },
  };
}
