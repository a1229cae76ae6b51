import { NativeConnection, type NativeConnectionOptions, Runtime } from '@temporalio/worker';
import { readConfig } from '#config';
import { log } from '#log';
import { serveMonitoring } from '#monitoring';
import { lazyTemporalClient, temporalSettings } from '#temporal';
import { loadBundle } from './bundle.ts';
import { createWorkerDeps } from './deps.ts';
import { healthOf } from './health.ts';
import { createMetrics, exportedAt } from './metrics.ts';
import { temporalLogger } from './logger.ts';
import { watchProgress } from './progress.ts';
import { repeat } from './repeat.ts';
import { ensureSearchAttributes } from './search-attributes.ts';
import { sendReminders } from './reminders.ts';
import { pruneExpired } from './sweep/prune.ts';
import { sweep } from './sweep/sweep.ts';
import { createWorkers } from './workers.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

const config = readConfig();
const settings = temporalSettings();
const { TEMPORAL_METRICS_PORT: exportPort, OTEL_EXPORTER_OTLP_ENDPOINT: traceEndpoint } = config;
const tracing =
  traceEndpoint === undefined ? undefined : (await import('#tracing')).startTracing('worker', traceEndpoint);
const temporalMetrics = exportPort === undefined ? undefined : exportedAt(exportPort);
Runtime.install({
  logger: temporalLogger,
  shutdownSignals: ['SIGINT', 'SIGTERM'],
  ...(temporalMetrics && { telemetryOptions: { metrics: temporalMetrics.exporter } }),
});
const connection = await NativeConnection.connect({
  ...(settings.connectionOptions as NativeConnectionOptions),
  // What we send and get are some kilobytes each: to compress them costs both sides more than the line.
  grpcCompression: { codec: 'none' },
});
const client = lazyTemporalClient(settings, tracing?.client);
const { deps, upkeep, close } = createWorkerDeps(config, client);
const registersAttributes = await ensureSearchAttributes(client);
const progress = watchProgress();
const workers = await createWorkers({
  connection,
  namespace: settings.namespace,
  workflowBundle: await loadBundle(config),
  buildId: config.BUILD_ID,
  tracing,
  deps,
  upkeep,
  progress,
});
let lastSweep: Date | undefined;
const sweepAndTell = async () => {
  await sweep(upkeep);
  lastSweep = new Date();
};
const monitoring = serveMonitoring({
  host: config.MONITORING_HOST,
  port: config.MONITORING_PORT,
  health: () => healthOf(workers, progress),
  metrics: createMetrics({ orm: upkeep.orm, lastSweep: () => lastSweep, temporal: temporalMetrics?.read }),
});
const repeated = [
  repeat('sweep', config.SWEEP_MS, () => progress.sweep(sweepAndTell)),
  repeat('reminders', SECOND_MS, (stopped) => sendReminders(upkeep, stopped)),
  repeat('prune', DAY_MS, () => pruneExpired(upkeep)),
];
if (registersAttributes) repeated.push(repeat('search attributes', MINUTE_MS, () => ensureSearchAttributes(client)));
log.info({ build: config.BUILD_ID, queues: workers.map((worker) => worker.options.taskQueue) }, 'worker ready');
await Promise.all(workers.map((worker) => worker.run()));
await Promise.all(repeated.map((work) => work.stop()));
monitoring.close();
await client.connection.close();
await connection.close();
await close();
await tracing?.close();
