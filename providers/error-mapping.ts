import type { Refusal } from './http.ts';
import { ProviderError, type ProviderErrorKind } from './provider-error.ts';
import { retryAfterMs } from './retry-after.ts';

/** What a refusal comes to: its kind, its stable code, and the sentence hosts read. */
export type MappedError = readonly [kind: ProviderErrorKind, code: string, text: string];

interface Said {
  readonly refusal: Refusal;
  /** The foreign code and text, for the redacted log only. */
  readonly detail: string;
  /** Epoch ms. */
  readonly now: number;
  /** How long to wait where the answer does not say. */
  readonly waitMs?: number | undefined;
  /** What too many calls are held against: this call, or the whole account. */
  readonly scope?: 'call' | 'account';
}

/** The error of a refusal with this meaning. After a 408 or 5xx it stays open whether a write took effect. */
export function mapError([kind, code, text]: MappedError, said: Said): ProviderError {
  const { status, headers } = said.refusal;
  const wait = retryAfterMs(headers.get('retry-after'), said.now) ?? said.waitMs;
  return new ProviderError(kind, {
    text,
    code,
    detail: said.detail,
    status,
    definite: status < 500 && status !== 408,
    ...(kind === 'rate_limited' ? { scope: said.scope ?? 'call' } : {}),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}
