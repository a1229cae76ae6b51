/**
 * Worker and client of the no-ops in a process of their own. Its parent tells it a load and is told how long each took;
 * it ends with its parent.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { timed } from '../measure.ts';
import { type noop, QUEUES } from './workflow.ts';

/** So many no-ops, started at a steady rate. */
export interface NoopLoad {
  readonly count: number;
  readonly perSecond: number;
}

/** Milliseconds: of each from its start to the end of its last plan, and of all together. */
export interface NoopTimes {
  readonly times: readonly number[];
  readonly took: number;
}

const ended = new Map<string, () => void>();
const activities = {
  plan: async (id: string) => id,
  act: async (id: string) => id,
  lastPlan: async (id: string) => ended.get(id)?.(),
};
export type Noop = typeof activities;

const address = process.argv[2] ?? '';
const logger = new DefaultLogger('ERROR');
Runtime.install({ logger });
const connection = await NativeConnection.connect({ address });
const client = new Client({ connection: await Connection.connect({ address }) });
const workflowsPath = fileURLToPath(new URL('workflow.ts', import.meta.url));
const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger });
const workers = await Promise.all([
  Worker.create({ connection, taskQueue: QUEUES.workflows, workflowBundle, activities, maxCachedWorkflows: 500 }),
  ...[QUEUES.first, QUEUES.second].map((taskQueue) => Worker.create({ connection, taskQueue, activities })),
]);
for (const worker of workers) void worker.run();
process.on('message', (load) => void play(load as NoopLoad).then((times) => process.send?.(times)));
process.once('disconnect', () => process.exit(0));
process.send?.('ready');

async function play({ count, perSecond }: NoopLoad): Promise<NoopTimes> {
  const times: number[] = [];
  const took = await timed(() =>
    Promise.all(
      Array.from({ length: count }, async (_, index) => {
        await sleep((index * 1_000) / perSecond);
        times.push(await timed(runOne));
      }),
    ),
  );
  return { times, took };
}

async function runOne(): Promise<void> {
  const id = randomUUID();
  const { promise, resolve } = Promise.withResolvers<void>();
  ended.set(id, resolve);
  await client.workflow.signalWithStart<typeof noop, [number]>('noop', {
    taskQueue: QUEUES.workflows,
    workflowId: `noop-${id}`,
    args: [id],
    signal: 'booked',
    signalArgs: [1],
  });
  await promise;
  ended.delete(id);
}
