import { UnexpectedAnswer } from './session.ts';

const TRIES = 10;
/** Not right now: for want of room on a busy machine, or because so many of one address ask, as all tests do. */
const LATER = new Set([429, 503]);

/** Asks again where the answer says later, as its Retry-After invites to; any other refusal is passed on. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof UnexpectedAnswer) || !LATER.has(error.status) || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
