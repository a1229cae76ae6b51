import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number('must be a port number').int().min(0).max(65_535).optional();
const text = z.string().optional();

const environment = z.object({
  DATA_DIR: z.string().default('.data'),
  PORT: port,
  TEMPORAL_PORT: port,
  TEMPORAL_UI_PORT: port,
  MAILBOX_PORT: port,
  SMTP_PORT: port,
  SIMULATOR_PORT: port,
  POSTGRES_PORT: port,
  RESTART_DELAY_SECONDS: z.coerce.number().min(0).default(3),
  /** A database of one's own: no Postgres is started. */
  DATABASE_URL: text,
  /** A Temporal server of one's own: none is started. */
  TEMPORAL_ADDRESS: text,
  TEMPORAL_NAMESPACE: z.string().default('default'),
  /** Settings of the dev server, `key=value` separated by blanks; shorter timers for tests. */
  TEMPORAL_DYNAMIC_CONFIG: text,
  PUBLIC_URL: text,
  SMTP_URL: text,
});

export type Settings = z.infer<typeof environment>;

/** What `npm start` is told by the environment; an empty variable counts as left out. Throws one readable error. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  if (!result.success)
    throw new Error(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  return { ...result.data, DATA_DIR: resolve(result.data.DATA_DIR) };
}
