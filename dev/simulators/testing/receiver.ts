import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A webhook endpoint that keeps what it gets. Zoom's endpoint check and Graph's handshake are answered and not kept. */
export interface Receiver {
  readonly url: string;
  /** What Zoom's endpoint check is answered with. */
  secret: string;
  readonly received: Received[];
  /** Statuses of the next answers; 200 when used up. */
  readonly answers: number[];
  close(): Promise<void>;
}

/** Starts one on a free port of loopback. */
export async function startReceiver(webhookSecret: string): Promise<Receiver> {
  const received: Received[] = [];
  const answers: number[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const validation = new URL(request.url ?? '/', 'http://us').searchParams.get('validationToken');
    if (validation !== null) {
      response.setHeader('content-type', 'text/plain').end(validation);
      return;
    }
    const token = /"plainToken":"([^"]+)"/.exec(body)?.[1];
    if (token !== undefined) {
      const encryptedToken = createHmac('sha256', receiver.secret).update(token).digest('hex');
      response.end(JSON.stringify({ plainToken: token, encryptedToken }));
      return;
    }
    received.push({ path: request.url ?? '', headers: request.headers, body });
    response.writeHead(answers.shift() ?? 200).end();
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secret: webhookSecret,
    received,
    answers,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}
