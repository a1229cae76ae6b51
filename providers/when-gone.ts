import { ProviderError } from './provider-error.ts';

/** Null where the provider says that what the call is about is gone; other failures stay failures. */
export async function orNullWhenGone<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

export function isGone(error: unknown): error is ProviderError {
  return error instanceof ProviderError && error.kind === 'gone';
}
