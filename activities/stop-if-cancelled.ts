import { asyncLocalStorage } from '@temporalio/activity';

/**
 * Between two steps of an activity, where nothing is half done: ends it if it was cancelled, or if its worker is stopping
 * and can wait no longer. A call under way is never cut off, since its outcome would then be unknown.
 * @throws CancelledFailure
 */
export function stopIfCancelled(): void {
  asyncLocalStorage.getStore()?.cancellationSignal.throwIfAborted();
}
