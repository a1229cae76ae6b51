import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type ApiContext, type ApiMiddleware, SAFE_METHODS } from '../context.ts';
import { pageKindOf } from '../page-kinds.ts';

/** What is smaller travels in one packet anyway. */
const LEAST_BYTES = 1_024;
/** The better one first: browsers list both and prefer neither. */
const ENCODINGS = ['br', 'gzip'] as const;
/** Of 11. For what is written once a request, and for what is given many times. */
const [QUICKLY, WELL] = [4, 6];

type Encoding = (typeof ENCODINGS)[number];

/**
 * Compresses answers that say the same to everybody. Those to one person are never compressed: their length would tell
 * what is secret in them to someone who can put text beside it and watch the line (BREACH). An answer that is a Buffer is
 * one that is given many times, and compressed once.
 */
export function compressAnswers(): ApiMiddleware {
  return async (ctx, next) => {
    await next();
    const { body } = ctx;
    if (!isForEverybody(ctx) || !(typeof body === 'string' || Buffer.isBuffer(body))) return;
    if (!COMPRESSIBLE.test(ctx.type)) return;
    ctx.vary('Accept-Encoding');
    const encoding = ENCODINGS.find((one) => ctx.acceptsEncodings(one) === one);
    if (encoding === undefined || (ctx.length ?? 0) < LEAST_BYTES) return;
    ctx.body = await (typeof body === 'string'
      ? compress(Buffer.from(body), encoding, QUICKLY)
      : known(body, encoding));
    ctx.set('Content-Encoding', encoding);
  };
}

const COMPRESSIBLE = /^text\/|javascript|json|svg/;

/** Where nothing of one person or of a login can be in the answer. */
function isForEverybody(ctx: ApiContext): boolean {
  const { path, method, status, res } = ctx;
  if (status !== 200 || !SAFE_METHODS.has(method) || res.hasHeader('Set-Cookie')) return false;
  if (path === '/openapi.json') return true;
  if (path.startsWith('/api/v1/public/')) return !path.startsWith('/api/v1/public/bookings/');
  const kind = pageKindOf(path);
  // The hosts' page is one file; what it shows, it asks the API for.
  return kind === 'plain' || kind === 'host' || (kind === 'guest' && !path.startsWith('/booking/'));
}

const compressed = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

function known(body: Buffer, encoding: Encoding): Promise<Buffer> {
  const forms = compressed.get(body) ?? new Map<Encoding, Promise<Buffer>>();
  compressed.set(body, forms);
  const form = forms.get(encoding) ?? compress(body, encoding, WELL);
  forms.set(encoding, form);
  return form;
}

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

function compress(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'gzip') return toGzip(body);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return toBrotli(body, { params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: body.length } });
}
