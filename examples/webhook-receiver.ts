/**
 * Takes deliveries of a webhook: `PORT=4000 WEBHOOK_SECRET=whsec_… node examples/webhook-receiver.ts`. A real one keeps the
 * ids it has handled in its database, in the transaction that handles them.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { Webhook } from 'standardwebhooks';

interface Delivery {
  readonly type: string;
  readonly data: { readonly booking?: { readonly id: string; readonly status: string; readonly startsAt: string } };
}

const webhook = new Webhook(process.env['WEBHOOK_SECRET'] ?? '');
const handled = new Set<string>();

const server = createServer((request, response) => {
  receive(request).then(
    (status) => response.writeHead(status).end(),
    () => response.writeHead(500).end(),
  );
});

/** The status to answer with: any from 200 to 299 says that the delivery need not come again. */
async function receive(request: IncomingMessage): Promise<number> {
  // The signature is over the bytes as they came: parse only what was verified.
  const body = await readText(request);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  let delivery: Delivery;
  try {
    delivery = webhook.verify(body, headers) as Delivery;
  } catch {
    return 401;
  }
  const id = headers['webhook-id'] ?? '';
  // The same delivery may come more than once.
  if (!handled.has(id)) console.log(`${delivery.type} ${delivery.data.booking?.id ?? ''}`.trim());
  handled.add(id);
  return 204;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

server.listen(Number(process.env['PORT'] ?? 4000), '127.0.0.1', () => console.log('listening'));
