import { randomUUID } from 'node:crypto';
import { Refused, type Outcome } from '../core/call.ts';

/** An error of Graph; https://learn.microsoft.com/graph/errors */
export function graphError(status: number, code: string, message: string, more: object = {}): Outcome {
  const request = randomUUID();
  const date = new Date().toISOString().slice(0, 19);
  const innerError = { date, 'request-id': request, 'client-request-id': request };
  return { status, body: { error: { code, message, ...more, innerError } } };
}

export const refused = (status: number, code: string, message: string, more: object = {}): Refused =>
  new Refused(graphError(status, code, message, more));

export const notFound = () => refused(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

/** Graph names waits in decimal seconds. */
export function throttled(status: number, code: string, message: string): Outcome {
  return { ...graphError(status, code, message), headers: { 'retry-after': '1.256' } };
}

const BY_STATUS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['ErrorInvalidRequest', 'The request is invalid.'],
  401: ['InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'],
  403: ['ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
  404: ['ErrorItemNotFound', 'The specified object was not found in the store.'],
  409: ['ErrorIrresolvableConflict', 'The send or update operation could not be performed.'],
  412: ['ErrorIrresolvableConflict', 'The change key passed does not match the current one.'],
  429: ['TooManyRequests', 'Please retry again later.'],
  503: ['serviceNotAvailable', 'The service is temporarily unavailable.'],
  504: ['UnknownError', ''],
};

/** Graph's way to fail with this status. */
export function graphFailure(status: number): Outcome {
  const [code, message] = BY_STATUS[status] ?? ['ErrorInternalServerError', 'An internal server error occurred.'];
  return graphError(status, code, message);
}
