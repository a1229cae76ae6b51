import type { TestProject } from 'vitest/node';
import { migrate } from '#db/migrate.ts';
import { ensureWebBuild } from '#dev/stack/web-build.ts';
import { startThrowAwayPostgres } from '#dev/postgres/throw-away.ts';
import { runSql } from '#dev/postgres/server.ts';
import { startThrowAwayTemporal } from '#dev/temporal/throw-away.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's Postgres, without a database's name; see `database.ts`. */
    postgresUrl: string;
    /** A migrated, empty database, to be copied and never connected to. */
    templateDatabase: string;
    /** `host:port` of the run's Temporal dev server, namespace `default`. */
    temporalAddress: string;
  }
}

/** Projects whose tests need no server; a run of nothing else starts none. */
const SERVERLESS = new Set(['unit']);
const TEMPLATE = 'template_migrated';

/** One Postgres with a migrated template, one Temporal server and a current build of the pages for the whole run. */
export default async function startServers(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (project.vitest.projects.every(({ name }) => SERVERLESS.has(name))) return undefined;
  const servers = Promise.all([startMigratedPostgres(), startThrowAwayTemporal(console.log)]);
  // The API renders pages with the build.
  const [[postgres, temporal]] = await Promise.all([servers, ensureWebBuild(console.log)]);
  project.provide('postgresUrl', postgres.url);
  project.provide('templateDatabase', TEMPLATE);
  project.provide('temporalAddress', temporal.address);
  return async () => {
    await Promise.all([postgres.stop(), temporal.stop()]);
  };
}

async function startMigratedPostgres() {
  const postgres = await startThrowAwayPostgres();
  await runSql(`${postgres.url}/postgres`, `create database ${TEMPLATE}`);
  await migrate(`${postgres.url}/${TEMPLATE}`);
  return postgres;
}
