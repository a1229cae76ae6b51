import { afterAll, beforeAll } from 'vitest';
import { createDisposableStack, type DisposableStack, STACK_START_MS } from '#dev/stack/disposable-stack.ts';

export type TestStack = Omit<DisposableStack, 'dispose'>;

/**
 * A whole stack as `npm start` brings up, for the tests of one file: real processes on ports and data of its own, with
 * every wait of the system shortened (`dev/stack/disposable-environment.ts`). `overrides` are environment variables on top. Call it at the
 * top of a file of the `stack` project; it is ready in the tests and gone after them.
 *
 *     const stack = useStack();
 *     test('a guest books after the worker died', async () => {
 *       const { app, demo } = await stack.file();
 *       await stack.killAndAwait('worker');
 *       await newGuest(app).book({ handle: demo.handle, slug: 'zoom-30' }, startsAt);
 *     });
 */
export function useStack(overrides: Readonly<Record<string, string>> = {}): TestStack {
  const stack = createDisposableStack(overrides);
  beforeAll(() => stack.start(), STACK_START_MS);
  afterAll(() => stack.dispose(), STACK_START_MS);
  return stack;
}
