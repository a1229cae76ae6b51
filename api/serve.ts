import type { AddressInfo } from 'node:net';
import { readConfig } from '#config';
import { log } from '#log';
import { serveMonitoring } from '#monitoring';
import { createApp } from './app.ts';
import type { ApiDeps } from './deps.ts';
import { metrics } from './health/metrics.ts';
import { isStuck } from './health/operations.ts';
import { openDeps } from './open-deps.ts';
import { createApiServer } from './server.ts';
import { gracefulShutdown } from './graceful-shutdown.ts';

/** `/healthz` says it earlier. */
const END_WHEN_STUCK_FOR_MS = 60_000;

/**
 * The whole API process: serves until it is told to stop.
 * @param homeSection what development adds to `/`; production adds nothing
 */
export async function serveApi(homeSection?: ApiDeps['homeSection']): Promise<void> {
  const config = readConfig();
  const { OTEL_EXPORTER_OTLP_ENDPOINT: traceEndpoint } = config;
  const tracing =
    traceEndpoint === undefined ? undefined : (await import('#tracing')).startTracing('api', traceEndpoint);
  let isDraining = false;
  const { deps, close } = openDeps(config, () => isDraining, tracing);
  const server = createApiServer(createApp({ ...deps, homeSection }), {
    trustedProxies: config.TRUSTED_PROXIES,
    scale: config.RATE_LIMIT_SCALE,
  });
  server.listen(config.PORT, config.LISTEN_ADDRESS, () => {
    log.info({ port: (server.address() as AddressInfo).port }, 'the API listens');
  });
  const monitoring = serveMonitoring({
    host: config.MONITORING_HOST,
    port: config.MONITORING_PORT,
    health: () => {
      const status = isDraining ? 'draining' : isStuck(deps.concurrency) ? 'stuck' : 'ok';
      return { isWell: status === 'ok', isAlive: status !== 'stuck', told: { status } };
    },
    metrics: () => metrics.metrics(),
  });

  server.once('error', (error: NodeJS.ErrnoException) => {
    log.fatal({ code: error.code, port: config.PORT }, 'the API cannot listen');
    process.exit(1);
  });

  // Docker restarts a container that has ended, not one that is unhealthy.
  setInterval(() => {
    if (deps.concurrency.stuckForMs() < END_WHEN_STUCK_FOR_MS) return;
    log.fatal('every place is taken by work that does not end; a new process has to take over');
    process.exit(1);
  }, 5_000).unref();

  const stop = async () => {
    if (isDraining) return;
    isDraining = true;
    await gracefulShutdown(server);
    monitoring.close();
    await close();
    await tracing?.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}
