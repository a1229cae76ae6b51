import { Pool, type PoolConfig } from 'pg';
import { createSignals } from '#commands/shared/signals.ts';
import { signalWebhooksAfterCommit } from '#commands/webhooks/signal-after-commit.ts';
import type { Config } from '#config';
import { followDatabaseClock } from '#db/database-clock.ts';
import { createOrm } from '#db/orm.ts';
import { openMailTransport } from '#mail/transport.ts';
import { createProviderRegistry } from '#providers/registry.ts';
import { lazyTemporalClient, temporalSettings } from '#temporal';
import type { Tracing } from '#tracing';
import { createAuth } from './auth/auth.ts';
import type { ApiDeps } from './deps.ts';
import { createSharedAnswers } from './guest/shared-answers.ts';
import { createRateLimits } from './rate-limits.ts';
import { createConcurrencyLimit } from './concurrency-limit.ts';

/** Longest life of one statement of the API: people wait for it. */
const STATEMENT_MS = 2_500;
const TEMPORAL_PROBE_MS = 500;
const MOST_IN_WORK = 500;
/** Of one network. */
const MOST_IN_WORK_OF_ONE = 100;

interface Opened {
  readonly deps: ApiDeps;
  readonly close: () => Promise<void>;
}

/** Everything the API works with, connected lazily, and how to close it again. */
export function openDeps(config: Config, draining: () => boolean, tracing?: Tracing): Opened {
  const { DATABASE_URL: url } = config;
  const orm = createOrm({ url, pool: config.DATABASE_POOL, statementTimeoutMs: STATEMENT_MS, applicationName: 'api' });
  const clock = followDatabaseClock(orm);
  const limitPool = openLimitPool(url);
  const authPool = openAuthPool(url);
  const temporal = lazyTemporalClient(temporalSettings(), tracing?.client);
  const mail = openMailTransport(config.SMTP_URL);
  const limits = createRateLimits(limitPool, config.RATE_LIMIT_SCALE);
  const signals = createSignals(temporal, { deadlineMs: config.SIGNAL_DEADLINE_MS, isAwaited: false });
  signalWebhooksAfterCommit(orm, signals);
  const deps: ApiDeps = {
    orm,
    config,
    providers: createProviderRegistry(config),
    signals,
    now: () => clock.now(),
    auth: createAuth({ orm, pool: authPool, config, mail, limits }),
    mail,
    limits,
    concurrency: openConcurrencyLimit(config.RATE_LIMIT_SCALE),
    slotAnswers: createSharedAnswers(),
    draining,
    traceRequest: tracing?.request,
    temporalAnswers: () =>
      temporal
        .withDeadline(Date.now() + TEMPORAL_PROBE_MS, () => temporal.workflowService.getSystemInfo({}))
        .then(
          () => true,
          () => false,
        ),
  };
  const close = async () => {
    clock.stop();
    mail.close();
    // A signal that outlives its request would meet a closed client and crash the process.
    await signals.settled();
    await Promise.allSettled([orm.close(), limitPool.end(), authPool.end(), temporal.connection.close()]);
  };
  return { deps, close };
}

/**
 * Connections for better-auth, with the driver's own parsers and bound parameters. MikroORM's Kysely returns timestamps
 * as text, and for better-auth no text is ever earlier than a date: sessions and links would never expire.
 */
export function openAuthPool(url: string): Pool {
  return openPool({ connectionString: url, max: 10, statement_timeout: STATEMENT_MS, application_name: 'api-auth' });
}

/** How many requests may be in work at once; a `scale` above 1 multiplies each network's share. */
export const openConcurrencyLimit = (scale: number) =>
  createConcurrencyLimit({ most: MOST_IN_WORK, mostOfOne: MOST_IN_WORK_OF_ONE * Math.max(1, scale) });

/** A few connections of their own for the counters, so that they answer even when every other one is taken. */
export function openLimitPool(url: string): Pool {
  return openPool({
    connectionString: url,
    max: 4,
    statement_timeout: 1_000,
    query_timeout: 1_500,
    application_name: 'api-limits',
    // A storm counts on the same few rows, one commit after another; what a crash forgets of it does no harm.
    options: '-c synchronous_commit=off',
  });
}

function openPool(config: PoolConfig): Pool {
  const pool = new Pool({ connectionTimeoutMillis: 2_000, ...config });
  // An idle connection that breaks is replaced at the next use.
  pool.on('error', () => undefined);
  return pool;
}
