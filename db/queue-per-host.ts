import { withTimeout } from '#timeout';

const PATIENCE_MS = 3_000;

/** The last in each host's line. */
const lines = new Map<string, Promise<void>>();

/**
 * A host's transactions wait for each other here, in the order they came, before they wait in Postgres: there each would
 * hold one of the pool's few connections, and a storm on one host would leave none for everybody else's guests.
 * @throws HostBusy after 3 s in the line
 */
export async function queuePerHost<T>(hostId: string, work: (hasWaited: boolean) => Promise<T>): Promise<T> {
  const ahead = lines.get(hostId);
  const before = ahead ?? Promise.resolve();
  const ended = Promise.withResolvers<void>();
  const turn = before.then(() => ended.promise);
  lines.set(hostId, turn);
  void turn.then(() => lines.get(hostId) === turn && lines.delete(hostId));
  try {
    await withTimeout(before, PATIENCE_MS, () => {
      throw new HostBusy('too many transactions of one host');
    });
    return await work(ahead !== undefined);
  } finally {
    ended.resolve();
  }
}

/** Uses Postgres' lock_not_available code, so callers treat both alike. */
export class HostBusy extends Error {
  override readonly name = 'HostBusy';
  readonly code = '55P03';
}
