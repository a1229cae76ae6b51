import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '#dev/processes/command.ts';
import { until } from '#dev/clients/until.ts';
import type { Part, PartName } from './part.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Even on a machine that is busy with much else. */
const START_MS = 120_000;
const ROOT = join(import.meta.dirname, '../..');

/** What Node compiled once is not compiled again at each start. */
const COMPILED = join(ROOT, 'node_modules/.cache/node');

/**
 * MB, as the image has it. Node takes 32 on a machine with much memory: then there is never room for all young objects in
 * what V8 lets a worker's old ones grow to, and it collects the whole heap every three seconds (docs/performance.md).
 */
const YOUNG_SPACE = '--max-semi-space-size=16';

/**
 * As in a container, whose system calls leave it out. Each turn of a workflow starts a watchdog, sixteen a booking, and each
 * would set up a ring of its own.
 */
const NO_IO_URING = { UV_USE_IO_URING: '0' };

/** A program of this repository, run by the Node that runs us. */
export function nodeCommand(file: string, env: Environment): Command {
  return {
    file: process.execPath,
    args: [YOUNG_SPACE, join(ROOT, file)],
    cwd: ROOT,
    env: { ...NO_IO_URING, NODE_COMPILE_CACHE: COMPILED, ...env },
  };
}

/** The mailbox, on loopback only. */
export function mailboxPart(dataFolder: string, ports: { readonly web: number; readonly smtp: number }): Part {
  const MAILBOX_DIR = join(dataFolder, 'mailbox');
  mkdirSync(MAILBOX_DIR, { recursive: true, mode: 0o700 });
  const env = { MAILBOX_DIR, MAILBOX_PORT: String(ports.web), SMTP_PORT: String(ports.smtp) };
  return httpPart('mailbox', 'dev/mailbox/main.ts', env, `http://127.0.0.1:${ports.web}/api/email`);
}

/** The providers' simulators, told of the app's registrations by the environment the app itself gets. */
export function simulatorsPart(dataFolder: string, env: Environment, port: number): Part {
  const own = { DATA_DIR: dataFolder, SIMULATOR_PORT: String(port) };
  return httpPart('simulators', 'dev/simulators/main.ts', { ...env, ...own }, `http://127.0.0.1:${port}/`);
}

/** The API with the pages it serves; `/` tells of the stack in the environment's `DATA_DIR`. */
export function apiPart(env: Environment, port: number): Part {
  return httpPart('api', 'dev/stack/api-main.ts', { ...env, PROCESS_NAME: 'api' }, `http://127.0.0.1:${port}/readyz`);
}

/** The worker; it tells of itself on a port of its own. */
export function workerPart(env: Environment, monitoringPort: number): Part {
  const own = { PROCESS_NAME: 'worker', MONITORING_PORT: String(monitoringPort) };
  return httpPart('worker', 'worker/main.ts', { ...env, ...own }, `http://127.0.0.1:${monitoringPort}/healthz`);
}

/** A program that serves once its `probe` address answers with success. */
export function httpPart(name: PartName, file: string, env: Environment, probe: string): Part {
  return {
    name,
    command: nodeCommand(file, env),
    async ready(gone) {
      await until(`${probe} to answer`, async () => (await fetch(probe, { signal: AbortSignal.timeout(5_000) })).ok, {
        within: START_MS,
        every: 50,
        signal: gone,
      });
    },
  };
}
