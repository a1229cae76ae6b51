/** Why a command was not carried out; the stable `code`s of the HTTP surface (docs/problems.md). */
export type RefusalCode =
  | 'not_found'
  | 'slot_taken'
  | 'slot_unavailable'
  | 'invalid_transition'
  | 'stale'
  | 'validation_failed'
  | 'idempotency_mismatch'
  | 'rate_limited'
  | 'unavailable';

interface Facts {
  /** For `validation_failed`: where in the request, as a JSON pointer, and what is wrong. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  /** For `unavailable` and `rate_limited`. */
  readonly retryAfterSeconds?: number;
}

/** A command's honest no. The message is ours and may be shown to anybody. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly facts: Facts;

  constructor(code: RefusalCode, message: string, facts: Facts = {}) {
    super(message);
    this.code = code;
    this.facts = facts;
  }
}
