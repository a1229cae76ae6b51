import type { IncomingMessage } from 'node:http';
import { Refused, type Call } from './call.ts';

const LARGEST_BODY = 1_000_000;

/** Reads a request to its end. @throws Refused 400 for an undecodable path, 413 for more than 1 MB */
export async function readCall(request: IncomingMessage, url: URL, params: Record<string, string>): Promise<Call> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Refused({ status: 413, body: { message: 'The body is too large.' } });
    chunks.push(chunk);
  }
  return {
    method: request.method ?? 'GET',
    origin: url.origin,
    params,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks),
    about: {},
  };
}
