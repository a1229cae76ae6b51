import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';

type Waiting = PromiseWithResolvers<void>;

/**
 * Counts one point for a key. Those who come while a count of the same key is under way are counted together after it:
 * a storm on one row costs a few round trips, not one each. The first to come are the first to be let in.
 * @throws RateLimiterRes to those beyond the limit; the limiter's own errors, to all who were counted together
 */
export function coalesceCounts(limiter: RateLimiterAbstract): (key: string) => Promise<void> {
  const lines = new Map<string, Waiting[]>();

  const countAll = async (key: string) => {
    for (let group = lines.get(key); group !== undefined && group.length > 0; group = lines.get(key)) {
      lines.set(key, []);
      await countGroup(limiter, key, group);
    }
    lines.delete(key);
  };

  return (key) => {
    const mine = Promise.withResolvers<void>();
    const line = lines.get(key);
    if (line === undefined) {
      lines.set(key, [mine]);
      void countAll(key);
    } else line.push(mine);
    return mine.promise;
  };
}

async function countGroup(limiter: RateLimiterAbstract, key: string, group: readonly Waiting[]): Promise<void> {
  const counted: unknown = await limiter.consume(key, group.length).catch((error: unknown) => error);
  if (!(counted instanceof RateLimiterRes)) {
    for (const one of group) one.reject(counted);
    return;
  }
  // A key that is blocked in memory is refused without being counted, and says 0.
  const before = counted.consumedPoints === 0 ? Infinity : counted.consumedPoints - group.length;
  for (const [index, one] of group.entries())
    if (before + index < limiter.points) one.resolve();
    else one.reject(counted);
}
