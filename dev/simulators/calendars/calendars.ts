import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Journal } from '../core/journal.ts';
import { createLedger } from '../core/ledger.ts';
import { SAMPLE_NAME, SAMPLE_TEXT } from './sample.ts';

/** A published calendar: its text, and how its server behaves. */
interface Published {
  readonly text: string;
  readonly dialect: (typeof DIALECTS)[number];
  readonly status: number;
  readonly delayMs: number;
  readonly redirect: string | null;
  readonly retryAfter: string | null;
  readonly changedAt: string;
}

/** Whose server is played: Google's knows no conditional requests, Outlook's an ETag, Apple's both validators. */
const DIALECTS = ['google', 'outlook', 'apple'] as const;

const behaviour = z.object({
  dialect: z.enum(DIALECTS).default('apple'),
  status: z.coerce.number().int().min(200).max(599).default(200),
  delayMs: z.coerce.number().int().min(0).default(0),
  /** Sends readers to this address instead. */
  redirect: z.string().nullable().default(null),
  retryAfter: z.string().nullable().default(null),
});

const LARGEST_BYTES = 32 * 1024 * 1024;

/** How a server behaves that is told nothing. */
const PLAIN = behaviour.parse({});

/** The simulated calendar servers: `PUT /_sim/calendars/{name}` publishes what is read at `/calendars/{name}.ics`. */
export interface CalendarSimulator {
  /** Answers the request if it is one for calendars. */
  answer(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean>;
}

export function openCalendars(journal: Journal): CalendarSimulator {
  const published = journal.table<Published>('published');
  const ledger = createLedger(journal);
  if (published.get(SAMPLE_NAME) === undefined)
    journal.transact(() =>
      published.put(SAMPLE_NAME, { text: SAMPLE_TEXT, ...PLAIN, changedAt: new Date().toUTCString() }),
    );

  const publish = async (name: string, request: IncomingMessage, query: URLSearchParams) => {
    const text = await readText(request);
    const before = published.get(name);
    const given = behaviour.safeParse(Object.fromEntries(query));
    if (!given.success) return { status: 422, body: { message: z.prettifyError(given.error) } };
    // Without a body only the behaviour changes.
    const row = { text: text === '' ? (before?.text ?? '') : text, ...given.data, changedAt: new Date().toUTCString() };
    journal.transact(() => published.put(name, row));
    return { status: 200, body: {} };
  };

  const control = async (request: IncomingMessage, path: string, query: URLSearchParams) => {
    const { method } = request;
    if (method === 'GET' && path === 'ledger') return { status: 200, body: { items: ledger.all() } };
    if (method === 'POST' && path === 'reset') {
      journal.transact(() => published.clear());
      ledger.clear();
      return { status: 200, body: {} };
    }
    if (method === 'PUT' && /^[\w-]{1,100}$/.test(path)) return publish(path, request, query);
    if (method === 'DELETE') {
      journal.transact(() => published.remove(path));
      return { status: 200, body: {} };
    }
    return { status: 404, body: { message: 'There is nothing at this address.' } };
  };

  const serve = async (request: IncomingMessage, name: string, response: ServerResponse) => {
    const started = { startedSeq: journal.tick(), startedAt: new Date().toISOString() };
    const calendar = published.get(name);
    const status = calendar === undefined ? 404 : statusFor(calendar, request);
    journal.transact(() => {
      const [seq, at] = [journal.tick(), new Date().toISOString()];
      const what = { operation: 'get', request: 'GET /calendars/:name', change: 'none', meetingId: name } as const;
      ledger.write({ seq, at, ...what, status, ...started, endedSeq: journal.tick(), endedAt: at });
    });
    await delay(calendar?.delayMs ?? 0);
    if (calendar === undefined) return void response.writeHead(404).end();
    response.writeHead(status, headersOf(calendar));
    response.end(status === 200 ? calendar.text : undefined);
  };

  return {
    async answer(request, url, response) {
      const [, name] = /^\/calendars\/([\w-]+)\.ics$/.exec(url.pathname) ?? [];
      if (name !== undefined) {
        await serve(request, name, response);
        return true;
      }
      if (!url.pathname.startsWith('/_sim/calendars/')) return false;
      const path = url.pathname.slice('/_sim/calendars/'.length);
      const { status, body } = await control(request, path, url.searchParams);
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
      return true;
    },
  };
}

function statusFor(calendar: Published, { headers }: IncomingMessage): number {
  if (calendar.redirect !== null) return 302;
  if (calendar.status !== 200) return calendar.status;
  const isKnown = calendar.dialect !== 'google' && headers['if-none-match'] === etagOf(calendar);
  return isKnown ? 304 : 200;
}

function headersOf(calendar: Published): Record<string, string> {
  const { dialect, redirect, retryAfter, changedAt } = calendar;
  return {
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': dialect === 'google' ? 'no-cache, no-store, max-age=0, must-revalidate' : 'private, max-age=0',
    ...(dialect !== 'google' && { etag: etagOf(calendar) }),
    ...(dialect === 'apple' && { 'last-modified': changedAt }),
    ...(redirect !== null && { location: redirect }),
    ...(retryAfter !== null && { 'retry-after': retryAfter }),
  };
}

const etagOf = ({ text }: Published) => `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BYTES) throw new RangeError('The calendar is too large to simulate.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
