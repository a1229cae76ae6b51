/**
 * A condition that is always true, for a statement that is a transaction by itself: its commit does not wait for the disk.
 * Only where it does no harm that a crash of the server forgets it.
 */
export const WITHOUT_FLUSH = `(select set_config('synchronous_commit', 'off', true)) = 'off'`;
