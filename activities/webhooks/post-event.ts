import type { Response } from 'undici';
import { Webhook } from 'standardwebhooks';
import type { DeliveryProblem } from '#domain/webhooks/webhook.ts';
import { retryAfterMs } from '#providers/retry-after.ts';
import { isNotPublic, type Outbound } from '../outbound/open-outbound.ts';

/** What of an answer is kept for the log. */
const KEPT_BYTES = 1_024;

interface Event {
  readonly url: string;
  readonly messageId: string;
  readonly body: string;
  /** Each of them signs. */
  readonly secrets: readonly string[];
}

/** What came of one attempt; without a problem it was delivered. */
export interface Attempt {
  readonly problem: DeliveryProblem | null;
  /** Null where there was no answer. */
  readonly status: number | null;
  readonly answer: string | null;
  readonly ms: number;
  /** The receiver says that nothing is to be sent there any more. */
  readonly isGone: boolean;
  /** How long it asks us to wait, milliseconds. */
  readonly retryAfterMs: number;
}

/**
 * Posts an event to its webhook, signed by the Standard Webhooks specification. Never throws: what happens is what the
 * log says. Redirects are not followed, since what was checked is the host's own address.
 */
export async function postEvent(outbound: Outbound, event: Event, timeoutMs: number): Promise<Attempt> {
  const began = performance.now();
  const signal = AbortSignal.timeout(timeoutMs);
  const ended = (found: Partial<Attempt>): Attempt => ({
    problem: null,
    status: null,
    answer: null,
    isGone: false,
    retryAfterMs: 0,
    ...found,
    ms: Math.round(performance.now() - began),
  });
  try {
    const response = await outbound.call(new URL(event.url), {
      method: 'POST',
      body: event.body,
      headers: headersOf(event),
      signal,
    });
    const { status } = response;
    return ended({
      problem: problemOf(status),
      status,
      answer: await beginning(response),
      isGone: status === 410,
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), Date.now()) ?? 0,
    });
  } catch (error) {
    if (signal.aborted) return ended({ problem: 'timeout' });
    return ended({ problem: isNotPublic(error) ? 'not_public' : 'unreachable' });
  }
}

function headersOf({ messageId, body, secrets }: Event): Record<string, string> {
  const now = new Date();
  return {
    'content-type': 'application/json',
    'user-agent': 'Insytical-Webhooks/1',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(messageId, now, body)).join(' '),
  };
}

function problemOf(status: number): DeliveryProblem | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}

/** The first part of an answer as text that Postgres can hold; what was compressed is counted as it is unpacked. */
async function beginning({ body }: Response): Promise<string> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size >= KEPT_BYTES) break;
    }
  } catch {
    // The status has said what came of it.
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, KEPT_BYTES)).replaceAll('\0', '');
}
