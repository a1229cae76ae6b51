import { DriverException, NotFoundError } from '@mikro-orm/postgresql';
import { ZodError } from 'zod';
import { Refusal } from '#commands/shared/refusal.ts';
import { saysDatabaseAway } from '#db/database-away.ts';
import { MailUnavailable } from '#mail/transport.ts';
import { ProviderError } from '#providers/provider-error.ts';
import { says } from '#messages/says.ts';
import { Problem } from './problem.ts';
import { sentenceOfIssue } from './shared/issues.ts';

/** Texts and numbers Postgres cannot hold (NUL, which also cuts a message short; lone surrogates; out of range). */
const UNSTORABLE = /^(08P01|22021|22P02|22P05|22003|22008|22007)$/;

/** What an error means to the client. Unknown errors become `internal` and tell nothing. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal)
    return new Problem(error.code, {
      detail: error.sentence,
      errors: error.facts.errors,
      retryAfterSeconds: error.facts.retryAfterSeconds,
    });
  if (error instanceof ZodError) return validationProblem(error);
  if (error instanceof NotFoundError) return new Problem('not_found');
  if (error instanceof MailUnavailable) return new Problem('unavailable', { retryAfterSeconds: 10 });
  if (error instanceof ProviderError && error.kind === 'unavailable')
    return new Problem('unavailable', { retryAfterSeconds: 30 });
  return ofDatabase(error) ?? ofHttp(error) ?? new Problem('internal');
}

/** All issues at once, each with a JSON pointer to the field. */
export function validationProblem(error: ZodError): Problem {
  return new Problem('validation_failed', {
    errors: error.issues.map((issue) => ({
      pointer: issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      sentence: sentenceOfIssue(issue),
    })),
  });
}

function ofDatabase(error: unknown): Problem | null {
  if (saysDatabaseAway(error)) return new Problem('unavailable', { retryAfterSeconds: 2 });
  if (!(error instanceof Error)) return null;
  if (!(error instanceof DriverException)) return ofDatabase(error.cause);
  const { code = '' } = error;
  if (code === '23P01') return new Problem('slot_taken');
  if (UNSTORABLE.test(code)) return new Problem('validation_failed', { detail: says('said.request_not_storable') });
  return null;
}

function ofHttp(error: unknown): Problem | null {
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  if (status === 413) return new Problem('too_large', { detail: says('said.most_kilobytes', { most: 64 }) });
  return new Problem(status === 404 ? 'not_found' : 'malformed');
}
