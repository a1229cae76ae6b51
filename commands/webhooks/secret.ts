import { randomBytes } from 'node:crypto';
import type { Config } from '#config';
import { open, seal } from '#db/seal.ts';

type Ring = Pick<Config, 'TOKEN_KEYS'>;
type Purpose = 'webhook_secret' | 'former_webhook_secret';

const placeOf = (purpose: Purpose, rowId: string) => ({ purpose, rowId, provider: 'webhook' }) as const;

/** A new secret to sign with, as the Standard Webhooks specification writes it. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export const sealSecret = ({ TOKEN_KEYS }: Ring, webhookId: string, secret: string, purpose: Purpose): Buffer =>
  seal(TOKEN_KEYS, placeOf(purpose, webhookId), secret);

/** Opens what `sealSecret` made for the same purpose. @throws Error as `open` */
export const openSecret = ({ TOKEN_KEYS }: Ring, webhookId: string, sealed: Uint8Array, purpose: Purpose): string =>
  open(TOKEN_KEYS, placeOf(purpose, webhookId), sealed);
