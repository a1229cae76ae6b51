import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call that went through, with both bodies as JSON where they are JSON. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly status: number;
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

export interface CheckingProxy {
  readonly url: string;
  /** The next call is answered by this instead of being passed on. */
  answerNext(answer: (request: IncomingMessage, response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** Stands between a provider and its simulator: passes everything on, cut connections too, and shows what went by. */
export async function startCheckingProxy(target: string, seen: (exchange: Exchange) => void): Promise<CheckingProxy> {
  let planned: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  const server = createServer((request, response) => {
    const answer = planned;
    planned = undefined;
    if (answer !== undefined) answer(request, response);
    else void passOn(new URL(request.url ?? '/', target), request, response, seen);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerNext: (answer) => {
      planned = answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function passOn(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  seen: (exchange: Exchange) => void,
): Promise<void> {
  const sent = await read(request);
  // With the caller's own Host: simulators name themselves by it, as issuer for one.
  const onward = send(url, { method: request.method, headers: request.headers, agent: false });
  response.once('close', () => onward.destroy());
  onward.once('error', () => response.destroy());
  onward.once('response', (answer) => {
    const giveBack = async () => {
      const body = await read(answer);
      const status = answer.statusCode ?? 0;
      const bodies = { requestBody: jsonOf(sent), responseBody: jsonOf(body) };
      seen({ method: request.method ?? 'GET', url, status, ...bodies });
      response.writeHead(status, answer.headers).end(body);
    };
    giveBack().catch(() => response.destroy());
  });
  onward.end(sent);
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Undefined for an empty body, a text where it is no JSON. */
function jsonOf(body: Buffer): unknown {
  const text = body.toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
