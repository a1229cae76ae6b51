import type { ApiContext } from '../context.ts';
import { Problem } from '../problem.ts';

const MOST_BYTES = 64 * 1024;

/** The body exactly as it came, for signatures and for handing on. @throws Problem `too_large` beyond 64 kB */
export async function readRaw(ctx: ApiContext): Promise<Buffer<ArrayBuffer>> {
  if (Number(ctx.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () => new Problem('too_large', { detail: 'At most 64 kB.' });
