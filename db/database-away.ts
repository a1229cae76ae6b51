/** Lock, statement and connection time-outs, a server that stops or has no place left: worth trying again soon. */
const CODES = /^(08(?!P01)...|53...|55P03|57014|57P0[1-5]|25P03|40001|40P01)$/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN']);
const DRIVER_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|Cannot use a pool after/;

/**
 * Whether an error, or what caused it, says that the database cannot be reached or has no time. An error of another
 * network call with the same code is taken for one too: ask only where providers' and mail's errors are known already.
 */
export function saysDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as { code?: string };
  return CODES.test(code) || NETWORK.has(code) || DRIVER_WORDS.test(error.message) || saysDatabaseAway(error.cause);
}
