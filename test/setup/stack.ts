import { afterAll, beforeAll, inject } from 'vitest';
import { createDisposableStack, type DisposableStack, STACK_START_MS } from '#dev/stack/disposable-stack.ts';
import { runningStack } from '#dev/stack/stack-file.ts';

export type TestStack = Omit<DisposableStack, 'dispose'>;
export type RunningStack = Pick<DisposableStack, 'file'>;

/**
 * A stack of the file's own, for tests that kill its parts, change its environment (`overrides`) or count what it did.
 * Starting one takes about ten seconds: a file that only needs a running one calls `useSharedStack`. Call it at the top
 * of a file of the `stack` project; it is ready in the tests and gone after them.
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

/**
 * The one stack that the files of the `pages` project share, several at a time. Every test signs up hosts of its own,
 * plans faults only for their accounts (`scene.fault`), and reads only its own guests' mails.
 */
export function useSharedStack(): RunningStack {
  let folder: string | undefined;
  beforeAll(async () => {
    const answer = await fetch(inject('sharedStack'));
    if (!answer.ok) throw new Error(`The shared stack did not start: ${await answer.text()}`);
    folder = await answer.text();
  }, STACK_START_MS);
  afterAll(() => fetch(inject('sharedStack'), { method: 'DELETE' }));
  return {
    async file() {
      if (folder === undefined)
        throw new Error('The shared stack is there in hooks and tests, not at the top of a file.');
      return runningStack(folder);
    },
  };
}
