import { createServer, type Server } from 'node:http';
import type Koa from 'koa';
import type { ApiState } from './context.ts';
import { networkOf } from './client-address.ts';

const MOST_CONNECTIONS = 4_000;
const MOST_CONNECTIONS_OF_ONE = 400;

interface Options {
  /** Proxies in front of us: then every connection is theirs, and it is they who count those of their clients. */
  readonly trustedProxies: number;
  /** Multiplies what one network may have, for load tests. */
  readonly scale: number;
}

/** The HTTP server: how long a client may take for each step of a request, and how many may be connected. */
export function createApiServer(app: Koa<ApiState>, { trustedProxies, scale }: Options): Server {
  const answer = app.callback();
  const server = createServer(
    {
      headersTimeout: 15_000,
      // The body has a shorter limit of its own; this one ends what is passed over.
      requestTimeout: 30_000,
      // Longer than a proxy's, so that it is the proxy that ends idle connections.
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 5_000,
    },
    (request, response) => void answer(request, response),
  );
  server.maxConnections = MOST_CONNECTIONS;
  // Those that ask for nothing make place for those who want to.
  server.on('drop', () => server.closeIdleConnections());
  if (trustedProxies === 0) boundEachNetwork(server, MOST_CONNECTIONS_OF_ONE * Math.max(1, scale));
  return server;
}

function boundEachNetwork(server: Server, most: number): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const network = networkOf(socket.remoteAddress ?? '');
    const mine = open.get(network) ?? 0;
    if (mine >= most) {
      socket.destroy();
      return;
    }
    open.set(network, mine + 1);
    socket.once('close', () => {
      const left = (open.get(network) ?? 0) - 1;
      if (left === 0) open.delete(network);
      else open.set(network, left);
    });
  });
}
