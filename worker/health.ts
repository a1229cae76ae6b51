import { createServer, type Server } from 'node:http';
import type { Worker } from '@temporalio/worker';

/** `GET /healthz` on loopback: 200 while every worker runs. */
export function serveHealth(port: number, workers: readonly Worker[]): Server {
  return createServer((_request, response) => {
    const states = workers.map((worker) => worker.getState());
    response.statusCode = states.every((state) => state === 'RUNNING') ? 200 : 503;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ workers: states }));
  }).listen(port, '127.0.0.1');
}
