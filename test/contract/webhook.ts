import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Notification, Provider, RawRequest } from '#providers/provider.ts';

export interface Webhook {
  /** Base URL; notifications go to `/webhooks/{provider}` below it. */
  readonly url: string;
  readonly notifications: Notification[];
  readonly calls: RawRequest[];
  /** Secrets of subscriptions, by their id. */
  readonly secrets: Map<string, string>;
  use(provider: Provider): void;
  close(): Promise<void>;
}

/** A webhook like the application's: the provider answers each call, and its notifications are kept. */
export async function startWebhook(): Promise<Webhook> {
  const notifications: Notification[] = [];
  const calls: RawRequest[] = [];
  const secrets = new Map<string, string>();
  let provider: Provider | undefined;
  const answerCall = async (request: IncomingMessage, response: ServerResponse) => {
    const raw = await rawOf(request);
    calls.push(raw);
    const answer = await provider?.answerNotification(raw, async (id) => secrets.get(id) ?? null);
    if (answer?.kind === 'notifications') notifications.push(...answer.notifications);
    if (answer?.kind === 'challenge') response.writeHead(200, { 'Content-Type': answer.type }).end(answer.body);
    else response.writeHead(answer?.kind === 'notifications' ? (answer.status ?? 204) : 401).end();
  };
  const server = createServer((request, response) => void answerCall(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    notifications,
    calls,
    secrets,
    use: (one) => {
      provider = one;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function rawOf(request: IncomingMessage): Promise<RawRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://us.example'),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, [value].flat()[0]])),
    body: Buffer.concat(chunks),
  };
}
