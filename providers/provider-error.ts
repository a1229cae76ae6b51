/**
 * What a failed provider call means for us.
 * - `reauthorize`: the token is invalid or lacks a permission; only the host can fix it
 * - `expired_access`: the access token was refused; refresh and try again
 * - `gone`: the meeting does not exist any more
 * - `conflict`: the provider saw a concurrent change; read again
 * - `rate_limited`: try again after `retryAfterMs`
 * - `unavailable`: time-out, cut connection, 5xx; the effect of a write is unknown unless `definite`
 * - `rejected`: refused permanently
 * - `misconfigured`: our own client is wrong at the provider (never the host's fault)
 */
export type ProviderErrorKind =
  | 'reauthorize'
  | 'expired_access'
  | 'gone'
  | 'conflict'
  | 'rate_limited'
  | 'unavailable'
  | 'rejected'
  | 'misconfigured';

interface Facts {
  /** A sentence of ours, shown to the host and written to histories. Never foreign text. */
  readonly text: string;
  /** Stable code for `conference.problem` and `integrations.problem`. */
  readonly code: string;
  /** True when the provider has certainly not done what was asked. */
  readonly definite: boolean;
  readonly retryAfterMs?: number;
  /** `account` pauses the whole connection (Zoom's daily cap), `call` only this call. */
  readonly scope?: 'call' | 'account';
  /** The foreign text, for the redacted log only. */
  readonly detail?: string;
  readonly status?: number;
}

/** The only error a provider's methods throw. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly kind: ProviderErrorKind;
  readonly facts: Facts;

  constructor(kind: ProviderErrorKind, facts: Facts) {
    super(facts.text);
    this.kind = kind;
    this.facts = facts;
  }
}
