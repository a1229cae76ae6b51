import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const secrets = z.object({
  /** Names this installation's files outside DATA_DIR, if there are any. */
  installation: z.string(),
  postgresPassword: z.string(),
  demoPassword: z.string(),
  novaPassword: z.string(),
  simulatorClientSecret: z.string(),
  simulatorWebhookSecret: z.string(),
  AUTH_SECRET: z.string(),
  TOKEN_KEYS: z.string(),
  LINK_KEYS: z.string(),
});

export type Secrets = z.infer<typeof secrets>;

/** The installation's own secrets, made once and kept in DATA_DIR for its owner's eyes only. */
export async function ensureSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return secrets.parse(JSON.parse(known));
  const made: Secrets = {
    installation: randomBytes(6).toString('hex'),
    postgresPassword: randomBytes(18).toString('base64url'),
    demoPassword: randomBytes(9).toString('base64url'),
    novaPassword: randomBytes(9).toString('base64url'),
    simulatorClientSecret: randomBytes(24).toString('base64url'),
    simulatorWebhookSecret: randomBytes(24).toString('base64url'),
    AUTH_SECRET: randomBytes(32).toString('hex'),
    TOKEN_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    LINK_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  };
  await writeFile(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}
