import type { Response } from 'undici';
import type { Allowed } from '#domain/outbound/address.ts';
import { retryAfterMs } from '#providers/retry-after.ts';
import { isNotPublic, openOutbound, type Outbound } from '../outbound/open-outbound.ts';
import { CalendarUnreadable } from './unreadable.ts';

const LARGEST_BYTES = 10 * 1024 * 1024;
const MOST_REDIRECTS = 3;

interface Known {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

interface Limits {
  readonly allowed: Allowed;
  /** For redirects and body together. */
  readonly timeoutMs: number;
}

/** A calendar's text and what its server will know it by; or that nothing in it has changed. */
export type Fetched =
  | { readonly text: string; readonly etag: string | null; readonly lastModified: string | null }
  | 'unchanged';

/**
 * Reads a calendar from an address that a host has given us, and that a stranger may have given the host. Nothing but
 * public addresses is ever connected to, also after redirects: `openOutbound`.
 * @throws CalendarUnreadable
 */
export async function fetchCalendar(address: URL, known: Known, { allowed, timeoutMs }: Limits): Promise<Fetched> {
  const signal = AbortSignal.timeout(timeoutMs);
  const outbound = openOutbound(allowed);
  try {
    const response = await follow(address, known, { outbound, signal });
    return await read(response);
  } catch (error) {
    if (error instanceof CalendarUnreadable) throw error;
    if (signal.aborted) throw new CalendarUnreadable('timeout');
    throw new CalendarUnreadable(isNotPublic(error) ? 'not_public' : 'unreachable');
  } finally {
    await outbound.close();
  }
}

interface Following {
  readonly outbound: Outbound;
  readonly signal: AbortSignal;
}

async function follow(address: URL, known: Known, { outbound, signal }: Following): Promise<Response> {
  const headers = {
    accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
    'user-agent': 'Insytical-Calendar/1',
    ...(known.etag && { 'if-none-match': known.etag }),
    ...(known.lastModified && { 'if-modified-since': known.lastModified }),
  };
  for (let url = address, redirects = 0; ; redirects += 1) {
    if (redirects > MOST_REDIRECTS) throw new CalendarUnreadable('too_many_redirects');
    const response = await outbound.call(url, { signal, headers });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    const to = location.replace(/^webcals?:\/\//i, 'https://');
    if (!URL.canParse(to, url.href)) throw new CalendarUnreadable('bad_answer');
    url = new URL(to, url);
  }
}

async function read(response: Response): Promise<Fetched> {
  const { status, headers, body } = response;
  if (status === 304) return 'unchanged';
  if (status === 404 || status === 410) throw new CalendarUnreadable('not_found');
  if (status === 401 || status === 403) throw new CalendarUnreadable('no_access');
  if (status !== 200 || body === null)
    throw new CalendarUnreadable('bad_answer', retryAfterMs(headers.get('retry-after'), Date.now()));
  const chunks: Uint8Array[] = [];
  let size = 0;
  // What was compressed is counted as it is unpacked.
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > LARGEST_BYTES) throw new CalendarUnreadable('too_large');
    chunks.push(chunk);
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks));
  return { text, etag: headers.get('etag'), lastModified: headers.get('last-modified') };
}
