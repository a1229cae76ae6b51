import type { Sentence } from '#messages/says.ts';

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

/** What is wrong with one field of the request; `pointer` is a JSON pointer into it. */
export interface FieldError {
  readonly pointer: string;
  readonly sentence: Sentence;
}

interface Facts {
  /** For `validation_failed`. */
  readonly errors?: readonly FieldError[];
  /** For `unavailable` and `rate_limited`. */
  readonly retryAfterSeconds?: number;
}

/** An expected business error. Its sentence is safe to show. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly sentence: Sentence;
  readonly facts: Facts;

  constructor(code: RefusalCode, sentence: Sentence, facts: Facts = {}) {
    super(sentence.text);
    this.code = code;
    this.sentence = sentence;
    this.facts = facts;
  }
}

/** One field of the request that is not valid; `pointer` is a JSON pointer into the request. */
export function invalidField(pointer: string, sentence: Sentence): Refusal {
  return new Refusal('validation_failed', sentence, { errors: [{ pointer, sentence }] });
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
