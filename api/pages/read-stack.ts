import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '#config';

const login = z.object({ email: z.string(), password: z.string(), handle: z.string() });

const stackShape = z.object({
  temporalUi: z.string().optional(),
  mailbox: z.string().optional(),
  simulators: z.string().optional(),
  demo: login.extend({ eventTypes: z.record(z.string(), z.string()) }).optional(),
  nova: login.optional(),
});

export type Stack = z.output<typeof stackShape>;

/** Addresses and logins of the one-machine stack we are a part of; null in production and where there is none. */
export async function readStack({ NODE_ENV, DATA_DIR }: Config): Promise<Stack | null> {
  if (NODE_ENV === 'production' || DATA_DIR === undefined) return null;
  try {
    return stackShape.parse(JSON.parse(await readFile(join(DATA_DIR, 'stack.json'), 'utf8')));
  } catch {
    return null;
  }
}
