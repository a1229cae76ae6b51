import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where files of the `pages` project ask for the stack that they share; see `useSharedStack`. */
    sharedStack: string;
  }
}

/** Between two files the stack is without a user for a moment. */
const LINGER_MS = 15_000;

/**
 * One running stack for all files of a project, which other projects' files do not share the processor with: it starts
 * when the first file asks for it (`GET` answers its data folder) and ends after the last has let go of it (`DELETE`).
 */
export default async function lendSharedStack(project: TestProject): Promise<() => Promise<void>> {
  let lent: { readonly folder: Promise<string>; readonly end: () => Promise<void> } | undefined;
  let users = 0;
  let ending: NodeJS.Timeout | undefined;
  const end = async () => {
    const ended = lent;
    lent = undefined;
    await ended?.end();
  };
  const server = createServer((request, response) => {
    clearTimeout(ending);
    if (request.method === 'DELETE') {
      users -= 1;
      if (users === 0) ending = setTimeout(() => void end(), LINGER_MS);
      response.end();
      return;
    }
    users += 1;
    lent ??= startStack();
    lent.folder.then(
      (folder) => response.end(folder),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  project.provide('sharedStack', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    clearTimeout(ending);
    server.close();
    await end();
  };
}

function startStack() {
  const stack = createDisposableStack();
  const folder = stack.start().then(async () => (await stack.environment())['DATA_DIR'] ?? '');
  return { folder, end: () => folder.catch(() => undefined).then(() => stack.dispose()) };
}
