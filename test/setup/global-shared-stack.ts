import type { TestProject } from 'vitest/node';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of the stack that the files of the `pages` project share; see `useSharedStack`. */
    sharedStack: string;
  }
}

/** One running stack for all files of a project. */
export default async function startSharedStack(project: TestProject): Promise<() => Promise<void>> {
  const stack = createDisposableStack();
  await stack.start();
  project.provide('sharedStack', (await stack.environment())['DATA_DIR'] ?? '');
  return () => stack.dispose();
}
