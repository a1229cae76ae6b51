import { type Dispatcher, request } from 'undici';
import { type Deadline, deadlineAfter, earliest } from './deadline.ts';
import { describeFetchError, wasNeverSent } from './fetch-failure.ts';
import { ProviderError } from './provider-error.ts';
import { sendBefore, TooLateToSend } from './send-before.ts';

/** Far above every answer we read, far below what would hurt. */
const LARGEST_BYTES = 1_000_000;

export interface Limits {
  /** The provider's name, for sentences. */
  readonly name: string;
  /** For the whole call, its answer's body included. */
  readonly timeoutMs: number;
  /** When the right to call ends, if that is limited: nothing is sent or waited for afterwards. */
  readonly until?: Deadline | undefined;
}

/** The same limits for several calls in a row: together they take no longer than one may. */
export function sharedLimits<T extends Limits>(limits: T): T {
  return { ...limits, until: earliest(deadlineAfter(limits.timeoutMs), limits.until) };
}

interface Asked {
  readonly method: Dispatcher.HttpMethod;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | null;
}

/** A whole answer of any status except redirects. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/**
 * One HTTP call within limits: time, size, and no redirects, since an API that sends us elsewhere would get our token
 * there.
 * @throws ProviderError `unavailable`; `definite` only where the request certainly never left us
 */
export async function boundedFetch(url: string | URL, asked: Asked, limits: Limits): Promise<Answer> {
  const until = earliest(deadlineAfter(limits.timeoutMs), limits.until);
  const signal = AbortSignal.timeout(Math.max(until.remainingMs(), 0));
  try {
    const {
      statusCode: status,
      headers,
      body,
    } = await request(url, { ...asked, signal, dispatcher: sendBefore(until) });
    if (status >= 300 && status < 400) {
      await body.dump();
      throw unusable(limits, `HTTP ${status} with a redirect`, status);
    }
    return { status, headers: asHeaders(headers), body: await readCapped(body, status, limits) };
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    throw failed(limits, error, signal.aborted || error instanceof TooLateToSend);
  }
}

/** An answer that cannot be read; the outcome of a write is unknown. */
export function unusable({ name }: Limits, detail: string, status?: number): ProviderError {
  return new ProviderError('unavailable', {
    text: `${name} gave an answer that could not be used.`,
    code: 'provider_answer_unusable',
    definite: false,
    detail,
    ...(status === undefined ? {} : { status }),
  });
}

function asHeaders(raw: Dispatcher.ResponseData['headers']): Headers {
  return new Headers(
    Object.entries(raw).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one])),
  );
}

async function readCapped(body: AsyncIterable<Uint8Array>, status: number, limits: Limits): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > LARGEST_BYTES) throw unusable(limits, `more than ${LARGEST_BYTES} bytes`, status);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function failed({ name }: Limits, error: unknown, timedOut: boolean): ProviderError {
  return new ProviderError('unavailable', {
    text: timedOut ? `${name} did not answer in time.` : `${name} could not be reached.`,
    code: timedOut ? 'provider_timeout' : 'provider_unreachable',
    definite: error instanceof TooLateToSend || wasNeverSent(error),
    detail: describeFetchError(error),
  });
}
