import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ApiContext } from '../context.ts';

/** A file ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
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

/** Reads a file. @throws when it is not there */
export async function loadAsset(path: string): Promise<Asset> {
  return { type: TYPES[extname(path)] ?? 'application/octet-stream', body: await readFile(path) };
}

/** Answers with a file. */
export function sendAsset(ctx: ApiContext, { type, body }: Asset): void {
  ctx.status = 200;
  ctx.type = type;
  ctx.vary('Accept-Encoding');
  ctx.body = body;
}
