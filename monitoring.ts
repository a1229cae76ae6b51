import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { describeError, log } from './log.ts';

/**
 * How often the event loop's lag is looked at, milliseconds; a loop without any shows this much. Every 10 ms, the library's
 * default, is 8 ms of CPU a second for a process that does nothing else.
 */
const LAG_LOOK_MS = 50;

/** A registry with what Node tells of the process. */
export function openRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LAG_LOOK_MS });
  return registry;
}

interface Monitored {
  /** Where to listen: `MONITORING_HOST` and `MONITORING_PORT`; port 0 takes any free one. */
  readonly host: string;
  readonly port: number;
  /** Whether the process does its work, what to say about it, and whether a new process could do better. */
  readonly health: () => { readonly isWell: boolean; readonly isAlive: boolean; readonly told: object };
  /** Everything to be scraped, in Prometheus' text format. */
  readonly metrics: () => Promise<string>;
}

/**
 * What operators' tools ask, on a port that no guest reaches: `GET /healthz` (200 or 503), `GET /metrics`, and `GET /livez`,
 * whose 503 asks for the process to be replaced.
 */
export function serveMonitoring({ host, port, health, metrics }: Monitored): Server {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET') return response.writeHead(405, { allow: 'GET' }).end();
    if (request.url === '/healthz' || request.url === '/livez') {
      const { isWell, isAlive, told } = health();
      const isFine = request.url === '/livez' ? isAlive : isWell;
      return response.writeHead(isFine ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(told));
    }
    if (request.url !== '/metrics') return response.writeHead(404).end();
    const text = await metrics();
    return response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
  };
  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.warn(describeError(error), 'monitoring did not answer');
      response.writeHead(503).end();
    });
  }).listen(port, host);
}
