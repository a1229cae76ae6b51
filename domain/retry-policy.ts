/**
 * How calls to providers and mail servers are tried again, in two steps. An activity first makes a few attempts of its
 * own, close together. Then its lane gives up, and the plan begins it again after a wait that grows, so that no
 * booking stands behind a sick provider. Which failures no attempt can fix: `worker/failure.ts`.
 */

/** Attempts of one activity before the plan decides: with their waits, half a minute where each fails at once. */
const ATTEMPTS = 6;

/** Temporal's retry policy of one activity. @param firstWaitMs the wait after the first failure, doubled each time */
export const attempts = (firstWaitMs: number) => ({
  initialInterval: firstWaitMs,
  backoffCoefficient: 2,
  maximumInterval: firstWaitMs * 15,
  maximumAttempts: ATTEMPTS,
});

/** Of the configuration: the first wait between rounds of attempts and the longest one, milliseconds. */
interface Waits {
  readonly RETRY_AFTER_MS: number;
  readonly RETRY_CAP_MS: number;
}

/** How long to wait after so many failures before this one, milliseconds. */
export const backOffMs = ({ RETRY_AFTER_MS, RETRY_CAP_MS }: Waits, failures: number): number =>
  Math.min(RETRY_AFTER_MS * 2 ** failures, RETRY_CAP_MS);
