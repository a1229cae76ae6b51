import { describeFetchError, wasNeverSent } from './fetch-failure.ts';
import { ProviderError } from './provider-error.ts';

/** Far above every answer we read, far below what would hurt. */
const LARGEST_BYTES = 1_000_000;

export interface Limits {
  /** The provider's name, for sentences. */
  readonly name: string;
  /** For the whole call, its answer's body included. */
  readonly timeoutMs: number;
}

/** The same limits for several calls in a row: together they take no longer than one may. */
export function sharedLimits<T extends Limits>(limits: T): T {
  const end = Date.now() + limits.timeoutMs;
  return {
    ...limits,
    get timeoutMs() {
      return Math.max(end - Date.now(), 1);
    },
  };
}

/** A whole answer, whatever its status, except redirects. */
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
export async function boundedFetch(url: string | URL, init: RequestInit, limits: Limits): Promise<Answer> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw unusable(limits, `HTTP ${response.status} with a redirect`, response.status);
    }
    return { status: response.status, headers: response.headers, body: await readCapped(response, limits) };
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    throw failed(limits, error, signal.aborted);
  }
}

/** An answer nobody can use; what it says of a write is unknown. */
export function unusable({ name }: Limits, detail: string, status?: number): ProviderError {
  return new ProviderError('unavailable', {
    text: `${name} gave an answer that could not be used.`,
    code: 'provider_answer_unusable',
    definite: false,
    detail,
    ...(status === undefined ? {} : { status }),
  });
}

async function readCapped(response: Response, limits: Limits): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_BYTES) throw unusable(limits, `more than ${LARGEST_BYTES} bytes`, response.status);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function failed({ name }: Limits, error: unknown, timedOut: boolean): ProviderError {
  return new ProviderError('unavailable', {
    text: timedOut ? `${name} did not answer in time.` : `${name} could not be reached.`,
    code: timedOut ? 'provider_timeout' : 'provider_unreachable',
    definite: wasNeverSent(error),
    detail: describeFetchError(error),
  });
}
