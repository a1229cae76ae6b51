import { setTimeout as sleep } from 'node:timers/promises';
import { UnexpectedAnswer } from '#dev/clients/session.ts';

/** The answer in the end. `silence`: there was none. */
export type Answer<T> =
  | { readonly kind: 'yes'; readonly value: T; readonly tries: number }
  | { readonly kind: 'no'; readonly status: number; readonly code: string; readonly tries: number }
  | { readonly kind: 'silence'; readonly tries: number };

/** Longer than any fault lasts. */
const PATIENCE_MS = 45_000;
const PAUSE_MS = 300;
/** "Not now", as its Retry-After says. */
const NOT_NOW = new Set([429, 502, 503, 504]);

/**
 * Asks again after lost and missing answers and after a "not now", as people do who press the button again. An answer of
 * 500 is told as the refusal that it is.
 */
export async function askUntilAnswered<T>(ask: () => Promise<T>): Promise<Answer<T>> {
  const began = performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return { kind: 'yes', value: await ask(), tries };
    } catch (error) {
      if (error instanceof UnexpectedAnswer && isFinal(error))
        return { kind: 'no', status: error.status, code: codeOf(error), tries };
      if (performance.now() - began > PATIENCE_MS) return { kind: 'silence', tries };
      await sleep(PAUSE_MS);
    }
  }
}

/** The value of a request that has to succeed. @throws Error with the answer where it does not */
export async function askUntilDone<T>(ask: () => Promise<T>): Promise<T> {
  const answer = await askUntilAnswered(ask);
  if (answer.kind === 'yes') return answer.value;
  throw new Error(inWords(answer));
}

/** The answer in a few words. */
export function inWords({ tries, ...answer }: Answer<unknown>): string {
  const said = answer.kind === 'no' ? `refused: ${answer.status} ${answer.code}` : answer.kind;
  return tries === 1 ? said : `${said}, at the ${tries}th try`;
}

const isFinal = ({ status }: UnexpectedAnswer): boolean => !NOT_NOW.has(status);

function codeOf({ answer }: UnexpectedAnswer): string {
  const { code } = (answer ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
