import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const stackSchema = z.object({
  app: z.url(),
  temporal: z.string(),
  mailbox: z.url(),
  simulators: z.url(),
});

/** Where the parts of a running stack answer. */
export type Places = z.output<typeof stackSchema>;

/** Reads the addresses a stack has left in its `stack.json`. @throws Error when no stack runs there */
export async function placesOf(path: string): Promise<Places> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`No running stack left its addresses in ${path}. Start one with: npm start`);
  });
  return stackSchema.parse(JSON.parse(text));
}
