import { DriverException } from '@mikro-orm/postgresql';
import { ApplicationFailure, ApplicationFailureCategory, CancelledFailure } from '@temporalio/common';
import { saysDatabaseAway } from '#db/database-away.ts';
import { ProviderError, type ProviderErrorKind } from '#providers/provider-error.ts';

/** Kinds that a retry does not fix. */
const FINAL: readonly ProviderErrorKind[] = ['reauthorize', 'gone', 'rejected', 'misconfigured'];

/**
 * What Temporal may know of a failure: its kind and a sentence of ours. Never a cause, details or a foreign text, which
 * histories would keep; the original goes to the log.
 */
export function toFailure(error: unknown): ApplicationFailure | CancelledFailure {
  if (error instanceof ApplicationFailure || error instanceof CancelledFailure) return error;
  if (error instanceof ProviderError) return ofProvider(error);
  const database = error instanceof DriverException || saysDatabaseAway(error);
  return create(
    database ? 'database' : 'unexpected',
    database ? 'The database could not do this now.' : 'An unexpected error; see the worker log.',
    {},
  );
}

function ofProvider({ kind, facts }: ProviderError): ApplicationFailure {
  return create(kind, facts.text, {
    nonRetryable: FINAL.includes(kind),
    ...(facts.retryAfterMs === undefined ? {} : { nextRetryDelay: Math.ceil(facts.retryAfterMs) }),
    ...(facts.code === 'lease_held' || facts.code === 'no_call_slot'
      ? { category: ApplicationFailureCategory.BENIGN }
      : {}),
  });
}

function create(
  type: string,
  message: string,
  options: Omit<NonNullable<Parameters<typeof ApplicationFailure.create>[0]>, 'type' | 'message'>,
): ApplicationFailure {
  const failure = ApplicationFailure.create({ ...options, type, message });
  // The stack names files and, in some drivers, statements with their values.
  failure.stack = '';
  return failure;
}
