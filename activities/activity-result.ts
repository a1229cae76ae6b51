import { asyncLocalStorage } from '@temporalio/activity';

/** What came of a call to a provider; `nothing` had no call to make. */
export type Outcome = 'created' | 'adopted' | 'updated' | 'deleted' | 'read' | 'done' | 'nothing';

/** A failure that is settled, with its stable code; `parked` waits until a time the provider named. */
export interface SettledFailure {
  readonly outcome: 'refused' | 'parked';
  readonly code: string;
}

/** What the Temporal UI shows of an activity: an outcome, a code and a duration, nothing personal. */
export interface ActivityResult {
  readonly outcome: Outcome | SettledFailure['outcome'];
  readonly code: string | null;
  readonly ms: number;
}

/** Runs an activity and says what came of it and how long it took, in whole milliseconds. */
export async function timed(work: () => Promise<Outcome | SettledFailure>): Promise<ActivityResult> {
  const began = performance.now();
  const result = await work();
  const { outcome, code } = typeof result === 'string' ? { outcome: result, code: null } : result;
  return { outcome, code, ms: Math.round(performance.now() - began) };
}

/**
 * Between two steps of an activity, where nothing is half done: ends it if it was cancelled, or if its worker is stopping
 * and can wait no longer. A call under way is never cut off, since its outcome would then be unknown.
 * @throws CancelledFailure
 */
export function stopIfCancelled(): void {
  asyncLocalStorage.getStore()?.cancellationSignal.throwIfAborted();
}
