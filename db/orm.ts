import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import { BindingDriver } from './binding-driver.ts';
import { entities } from './entities/index.ts';
import { PreparingClient } from './preparing-client.ts';
import { WriteTrackedRows } from './tracked-rows.ts';

interface Options {
  readonly url: string;
  /** Connections in the pool. */
  readonly pool?: number;
  /** Longest time one statement may take, milliseconds. */
  readonly statementTimeoutMs?: number;
  /** Longest wait for a free connection, milliseconds. */
  readonly connectionTimeoutMs?: number;
  readonly applicationName?: string;
}

/** The database, lazily connected. Fork its `em` once per request and once per activity. */
export function createOrm(options: Options) {
  const {
    url,
    pool = 20,
    statementTimeoutMs = 5_000,
    connectionTimeoutMs = 2_000,
    applicationName = 'insytical',
  } = options;
  return new MikroORM(
    defineConfig({
      driver: BindingDriver,
      clientUrl: url,
      entities,
      extensions: [Migrator],
      subscribers: [new WriteTrackedRows()],
      // Longer than the pauses between sweeps: a new connection costs more than all they ask.
      pool: { min: 0, max: pool, idleTimeoutMillis: 60_000 },
      driverOptions: {
        statement_timeout: statementTimeoutMs,
        connectionTimeoutMillis: connectionTimeoutMs,
        application_name: applicationName,
        Client: PreparingClient,
        pipeline: true,
      },
      migrations: {
        path: `${import.meta.dirname}/migrations`,
        // A migration is held against the database it changes; a file beside it would be rewritten by every start.
        snapshot: false,
        safe: true,
      },
    }),
  );
}

export type Orm = ReturnType<typeof createOrm>;
