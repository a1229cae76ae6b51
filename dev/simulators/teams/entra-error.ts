import { randomUUID } from 'node:crypto';
import type { Outcome } from '../core/call.ts';

interface Said {
  readonly error: string;
  /** The number in `AADSTS…`. */
  readonly number: number;
  readonly text: string;
}

/** An error of the token endpoint; https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export function entraError(status: number, { error, number, text }: Said): Outcome {
  const [trace, correlation] = [randomUUID(), randomUUID()];
  const timestamp = new Date().toISOString().replace('T', ' ').replace(/\.\d+/, '');
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${number}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [number],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
    },
  };
}

export const invalidGrant = (number: number, text: string) => entraError(400, { error: 'invalid_grant', number, text });

export const revokedGrant = () =>
  invalidGrant(
    50_173,
    'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
  );

const BY_STATUS: Readonly<Record<number, Said>> = {
  400: { error: 'invalid_grant', number: 50_173, text: 'The provided grant has expired due to it being revoked.' },
  401: { error: 'invalid_client', number: 7_000_222, text: 'The provided client secret keys are expired.' },
  429: { error: 'temporarily_unavailable', number: 90_055, text: 'The tenant is throttled due to too many requests.' },
};
const DOWN: Said = {
  error: 'temporarily_unavailable',
  number: 90_033,
  text: 'The service is temporarily unavailable.',
};

/** Entra's way to fail with this status. */
export const entraFailure = (status: number) => entraError(status, BY_STATUS[status] ?? DOWN);
