/** Failures of looking up and connecting: nothing of the request has been written yet. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a failed fetch certainly never sent its request, so that a write has certainly not happened. */
export function wasNeverSent(error: unknown): boolean {
  const codes = codesOf(error);
  return codes.length > 0 && codes.every((code) => BEFORE_SENDING.has(code));
}

/** What the log may say of a failed fetch: names and codes, which carry neither addresses nor bodies. */
export function describeFetchError(error: unknown): string {
  const codes = codesOf(error);
  const name = error instanceof Error ? error.name : typeof error;
  return codes.length === 0 ? name : `${name} ${codes.join(' ')}`;
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(codesOf);
  const { code } = error as { code?: unknown };
  const own = typeof code === 'string' ? [code] : [];
  return own.length > 0 ? own : codesOf(error.cause);
}
