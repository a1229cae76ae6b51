import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Journal } from '../core/journal.ts';

/** How a receiver behaves; a plain one answers 200 at once. */
const behaviour = z.object({
  status: z.coerce.number().int().min(200).max(599).default(200),
  delayMs: z.coerce.number().int().min(0).default(0),
  /** Down: the connection is cut without an answer. */
  isDown: z.stringbool().default(false),
  /** Sends the caller to this address instead. */
  redirect: z.string().nullable().default(null),
  retryAfter: z.string().nullable().default(null),
  answer: z.string().default('ok'),
  /** Deliveries whose body has this text in it are answered 500, before all else. */
  failOn: z.string().nullable().default(null),
});
type Behaviour = z.output<typeof behaviour>;

/** A call that came in, and the status it was answered with; null where the connection was cut. */
export interface ReceivedCall {
  readonly seq: number;
  readonly at: string;
  readonly receiver: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number | null;
}

/**
 * Simulated systems of hosts that webhooks tell of bookings, at `/receivers/{name}`. `PUT /_sim/receivers/{name}` says how
 * one behaves, `GET /_sim/receivers/{name}` is the ledger of what came in.
 */
export interface ReceiverSimulator {
  /** Answers the request if it is one for receivers. */
  answer(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean>;
}

export function openReceivers(journal: Journal): ReceiverSimulator {
  const behaviours = journal.table<Behaviour>('behaviours');
  const calls = journal.table<ReceivedCall>('calls');

  const control = (method: string | undefined, name: string, query: URLSearchParams) => {
    if (method === 'GET') return { status: 200, body: { items: calls.all().filter((call) => call.receiver === name) } };
    const given = behaviour.safeParse(Object.fromEntries(query));
    if (method !== 'PUT' || !given.success) return { status: 422, body: { message: 'This is no behaviour.' } };
    journal.transact(() => behaviours.put(name, given.data));
    return { status: 200, body: {} };
  };

  const receive = async (request: IncomingMessage, name: string, response: ServerResponse) => {
    const how = behaviours.get(name) ?? behaviour.parse({});
    const body = await readText(request);
    const status = how.isDown ? null : statusOf(how, body);
    journal.transact(() => {
      const seq = journal.tick();
      const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)]));
      calls.put(String(seq), { seq, at: new Date().toISOString(), receiver: name, headers, body, status });
    });
    await delay(how.delayMs);
    if (status === null) return void request.socket.destroy();
    response.writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      ...(how.redirect !== null && { location: how.redirect }),
      ...(how.retryAfter !== null && { 'retry-after': how.retryAfter }),
    });
    response.end(how.answer);
  };

  return {
    async answer(request, url, response) {
      const [, kind, name] = /^\/(_sim\/receivers|receivers)\/([\w-]{1,100})$/.exec(url.pathname) ?? [];
      if (kind === undefined || name === undefined) return false;
      if (kind === 'receivers') {
        await receive(request, name, response);
        return true;
      }
      const { status, body } = control(request.method, name, url.searchParams);
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
      return true;
    },
  };
}

function statusOf({ status, redirect, failOn }: Behaviour, body: string): number {
  if (failOn !== null && body.includes(failOn)) return 500;
  return redirect === null ? status : 302;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
