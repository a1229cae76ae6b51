/** Why a command was not carried out; the stable `code`s of the HTTP surface (docs/problems.md). */
export type RefusalCode =
  | 'not_found'
  | 'slot_taken'
  | 'slot_unavailable'
  | 'invalid_transition'
  | 'too_late_to_change'
  | 'stale'
  | 'link_expired'
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

/** An expected business error. Its message is ours and safe to show. */
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

/** One field of the request that is not valid; `pointer` is a JSON pointer into the request. */
export function invalidField(pointer: string, detail: string): Refusal {
  return new Refusal('validation_failed', detail, { errors: [{ pointer, detail }] });
}

/** The outcome of `work`; an error of the database that `isExpected` recognises becomes `refusal`. */
export async function refusingWhere<T>(
  isExpected: (error: unknown) => boolean,
  work: Promise<T>,
  refusal: Refusal,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isExpected(error) ? refusal : error;
  }
}
