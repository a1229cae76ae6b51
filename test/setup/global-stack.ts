import type { TestProject } from 'vitest/node';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#db/migrate.ts';
import { ensureWebBuild } from '#dev/stack/web-build.ts';
import { startThrowAwayPostgres } from '#dev/postgres/throw-away.ts';
import { runSql } from '#dev/postgres/server.ts';
import { startThrowAwayTemporal } from '#dev/temporal/throw-away.ts';
import { writeBundles } from '#worker/bundle.ts';

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

/**
 * One Postgres with a migrated template, one Temporal server, a current build of the pages and one bundle of the
 * workflows for the whole run.
 */
export default async function startServers(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (project.vitest.projects.every(({ name }) => SERVERLESS.has(name))) return undefined;
  const servers = Promise.all([startMigratedPostgres(), startThrowAwayTemporal(console.log)]);
  // The API renders pages with the build.
  const [[postgres, temporal], , bundles] = await Promise.all([servers, ensureWebBuild(console.log), bundleOnce()]);
  project.provide('postgresUrl', postgres.url);
  project.provide('templateDatabase', TEMPLATE);
  project.provide('temporalAddress', temporal.address);
  return async () => {
    await Promise.all([postgres.stop(), temporal.stop(), rm(bundles, { recursive: true })]);
  };
}

/** Workers of all tests and stacks find the bundle by their environment, instead of a second of work each. */
async function bundleOnce() {
  const folder = await mkdtemp(join(tmpdir(), 'workflows-'));
  await writeBundles(folder);
  process.env['WORKFLOW_BUNDLE_DIR'] = folder;
  return folder;
}

async function startMigratedPostgres() {
  const postgres = await startThrowAwayPostgres();
  await runSql(`${postgres.url}/postgres`, `create database ${TEMPLATE}`);
  await migrate(`${postgres.url}/${TEMPLATE}`);
  return postgres;
}
