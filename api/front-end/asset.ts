import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ApiContext } from '../context.ts';

/** A file ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  /** Null where compressing it gains nothing. */
  readonly gzipped: Buffer | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Reads and compresses a file once. @throws when it is not there */
export async function loadAsset(path: string): Promise<Asset> {
  const body = await readFile(path);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const gzipped = /javascript|css|svg|json/.test(type) ? await promisify(gzip)(body, { level: 9 }) : null;
  return { type, body, gzipped: gzipped !== null && gzipped.length < body.length ? gzipped : null };
}

/** Answers with a file, compressed where the browser takes that. */
export function sendAsset(ctx: ApiContext, { type, body, gzipped }: Asset): void {
  ctx.status = 200;
  ctx.type = type;
  ctx.vary('Accept-Encoding');
  if (gzipped !== null && ctx.acceptsEncodings('gzip', 'identity') === 'gzip') {
    ctx.set('Content-Encoding', 'gzip');
    ctx.body = gzipped;
  } else ctx.body = body;
}
