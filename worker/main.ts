import { bundleWorkflowCode, NativeConnection, type NativeConnectionOptions, Runtime } from '@temporalio/worker';
import { readConfig } from '#config';
import { log } from '#log';
import { lazyTemporalClient, temporalSettings } from '#temporal';
import { createActivityDeps } from './deps.ts';
import { serveHealth } from './health.ts';
import { temporalLogger } from './logger.ts';
import { ensureSchedules } from './schedules.ts';
import { ensureSearchAttributes } from './search-attributes.ts';
import { createWorkers } from './workers.ts';

const config = readConfig();
const settings = temporalSettings();
Runtime.install({ logger: temporalLogger, shutdownSignals: ['SIGINT', 'SIGTERM'] });
const workflowBundle = await bundleWorkflowCode({
  workflowsPath: new URL('../workflows/index.ts', import.meta.url).pathname,
  logger: temporalLogger,
});
const connection = await NativeConnection.connect(settings.connectionOptions as NativeConnectionOptions);
const client = lazyTemporalClient(settings);
const deps = createActivityDeps(config, client);
await ensureSearchAttributes(client);
const workers = await createWorkers({ connection, namespace: settings.namespace, workflowBundle, deps });
await ensureSchedules(client, config);
const health = serveHealth(Number(process.env['WORKER_HEALTH_PORT'] ?? 0), workers);
log.info({ queues: workers.map((worker) => worker.options.taskQueue) }, 'worker ready');
await Promise.all(workers.map((worker) => worker.run()));
health.close();
await client.connection.close();
await connection.close();
await deps.close();
