import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key with its name; the first of a ring seals, all of them open. */
export interface SealingKey {
  readonly kid: string;
  readonly key: Buffer;
}

/** What a sealed value belongs to; a value moved to another row, column or provider does not open. */
export interface SealedPlace {
  readonly purpose:
    | 'access_token'
    | 'refresh_token'
    | 'code_verifier'
    | 'subscription_secret'
    | 'mail'
    | 'totp_secret'
    | 'calendar_address'
    | 'webhook_secret'
    | 'former_webhook_secret';
  readonly rowId: string;
  readonly provider: string;
}

const VERSION = 1;
const IV_LENGTH = 12;
/** Node accepts truncated tags unless the length is given: always pass it. */
const TAG_LENGTH = 16;

/**
 * Seals a secret with AES-256-GCM as `v1 | kid length | kid | iv(12) | ciphertext | tag(16)`.
 * @throws RangeError if the ring is empty
 */
export function seal(ring: readonly SealingKey[], place: SealedPlace, secret: string): Buffer {
  const [primary] = ring;
  if (primary === undefined) throw new RangeError('The key ring is empty');
  const kid = Buffer.from(primary.kid);
  return Buffer.concat([
    Buffer.from([VERSION, kid.length]),
    kid,
    encrypt(primary.key, boundTo(place, primary.kid), randomBytes(IV_LENGTH), Buffer.from(secret)),
  ]);
}

/**
 * Opens what `seal` made for the same place.
 * @throws Error when the key is unknown or the value was changed, truncated or moved; the text says nothing of it
 */
export function open(ring: readonly SealingKey[], place: SealedPlace, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const kid = sealedWith(bytes);
  const known = ring.find((key) => key.kid === kid);
  if (bytes[0] !== VERSION || known === undefined) throw new Error('Sealed with a key that is not in the ring');
  return decrypt(known.key, boundTo(place, known.kid), bytes.subarray(2 + kid.length)).toString();
}

/** The name of the key a value was sealed with; what rotation looks for. */
export function sealedWith(sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  return bytes.subarray(2, 2 + (bytes[1] ?? 0)).toString();
}

/** `iv | ciphertext | tag`, all sizes fixed but the ciphertext's. */
export function encrypt(key: Buffer, aad: Buffer, iv: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_LENGTH });
  cipher.setAAD(aad);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The reverse of `encrypt`. @throws Error when anything does not match */
export function decrypt(key: Buffer, aad: Buffer, bytes: Buffer): Buffer {
  if (bytes.length < IV_LENGTH + TAG_LENGTH) throw new Error('Too short to be a sealed value');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_LENGTH), { authTagLength: TAG_LENGTH });
  decipher.setAAD(aad);
  decipher.setAuthTag(bytes.subarray(-TAG_LENGTH));
  return Buffer.concat([decipher.update(bytes.subarray(IV_LENGTH, -TAG_LENGTH)), decipher.final()]);
}

function boundTo({ purpose, rowId, provider }: SealedPlace, kid: string): Buffer {
  return Buffer.from(['insytical.sealed.v1', purpose, rowId, provider, kid].join('|'));
}
