import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerCall, type Line } from './answer-call.ts';
import { Refused, type Outcome, type Route } from './call.ts';
import { controlRoutes } from './control.ts';
import { hostPages, indexPage } from './host-pages.ts';
import { matchRoute } from './match-route.ts';
import { readCall } from './read-call.ts';
import type { Simulator } from './simulator.ts';

interface Mount {
  readonly prefix: string;
  readonly simulator: Simulator;
  readonly routes: readonly Route[];
}

/** Answers what is its own; false for anything else. */
interface Other {
  answer(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean>;
}

/** The one HTTP server of all providers, of the calendars that hosts keep elsewhere and of their own systems: `/{id}/…` their APIs, `/_sim/{id}/…` the control surface, `/host/{id}` the host's pages. */
export function createSimulatorServer(simulators: readonly Simulator[], others: readonly Other[] = []): Server {
  const mounts: Mount[] = simulators.flatMap((simulator) => [
    { prefix: `/${simulator.id}`, simulator, routes: simulator.routes },
    { prefix: `/_sim/${simulator.id}`, simulator, routes: controlRoutes(simulator) },
    { prefix: `/host/${simulator.id}`, simulator, routes: hostPages(simulator) },
  ]);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    const line = lineOf(response);
    for (const other of others) if (await other.answer(request, url, response)) return;
    if (url.pathname === '/') return line.send(indexPage(simulators));
    const mount = mounts.find(({ prefix }) => url.pathname === prefix || url.pathname.startsWith(`${prefix}/`));
    const found = mount && matchRoute(mount.routes, request.method ?? 'GET', url.pathname.slice(mount.prefix.length));
    if (!mount || !found) return line.send({ status: 404, body: { message: 'There is nothing at this address.' } });
    const arrived = { seq: mount.simulator.state.journal.tick(), at: new Date().toISOString() };
    const call = await readCall(request, url, found.params);
    await answerCall(mount.simulator, found.route, call, line, arrived);
  };
  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof Refused) return lineOf(response).send(error.outcome);
      if (request.destroyed && !request.complete) return;
      console.error(`simulators: ${request.method} failed`, error);
      lineOf(response).send({ status: 500, body: { message: 'The simulator failed.' } });
    });
  });
}

function lineOf(response: ServerResponse): Line {
  return {
    send: (outcome) => send(response, outcome),
    cut: () => response.socket?.destroy(),
    left: new Promise((resolve) => {
      if (response.closed) resolve();
      else response.once('close', resolve);
    }),
  };
}

function send(response: ServerResponse, { status, headers = {}, body }: Outcome): void {
  if (response.destroyed || response.headersSent) return;
  const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': type }), ...headers });
  response.end(typeof body === 'object' ? JSON.stringify(body) : body);
}
