import { UnexpectedAnswer } from '#dev/clients/session.ts';

const TRIES = 5;

/** Asks again after a 503, as its Retry-After invites to; any other refusal is passed on. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof UnexpectedAnswer) || error.status !== 503 || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
