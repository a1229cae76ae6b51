/**
 * What `work` comes to, or after `ms` milliseconds what `onTimeout` returns or throws. The work itself continues; how it
 * ends then is of no interest.
 */
export async function withTimeout<T>(work: Promise<T>, ms: number, onTimeout: () => T): Promise<T> {
  const late = Promise.withResolvers<T>();
  const timer = setTimeout(() => late.resolve(new Promise((resolve) => resolve(onTimeout()))), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
