import { createServer, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One notification as a provider sent it. */
export interface Letter {
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** How the app answered. */
  readonly status: number;
}

/** Stands between the providers and the app: passes every notification on and keeps it, so that it can come again. */
export interface LetterBox {
  /** Base URL for `WEBHOOK_URL`. */
  readonly url: string;
  /** Until it is told where the app is, it answers 503. */
  readonly passTo: (app: string) => void;
  readonly kept: () => readonly Letter[];
  /** Delivers a notification once more, byte for byte, and returns the app's status. */
  readonly again: (letter: Letter) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Opens one on a free port of loopback. */
export async function openLetterBox(): Promise<LetterBox> {
  const kept: Letter[] = [];
  let app: string | undefined;

  const pass = async ({ path, headers, body }: Omit<Letter, 'status'>) => {
    if (app === undefined) return { status: 503, type: 'text/plain', text: '' };
    const ownHeaders = Object.entries(headers).filter(([name]) => !HOP.has(name));
    const response = await fetch(`${app}${path}`, {
      method: 'POST',
      headers: ownHeaders.map(([name, value]): [string, string] => [name, String(value)]),
      body: new Uint8Array(body),
    });
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type') ?? 'text/plain', text };
  };
  const server = createServer((request, response) => {
    void (async () => {
      const letter = { path: request.url ?? '/', headers: request.headers, body: await buffer(request) };
      const answer = await pass(letter).catch(() => ({ status: 502, type: 'text/plain', text: '' }));
      kept.push({ ...letter, status: answer.status });
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.text);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passTo: (base) => (app = base),
    kept: () => kept,
    again: async (letter) => (await pass(letter)).status,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const HOP = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);
