import { Secret, TOTP } from 'otpauth';
import type { Config } from '#config';
import type { TwoFactor } from '#db/entities/two-factor.ts';
import { open, seal, type SealedPlace } from '#db/seal.ts';

/** What every authenticator app understands; several ignore other values (RFC 6238 with the defaults of key URIs). */
const RULES = { issuer: 'Insytical', algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** As long as SHA-1's output, as RFC 4226 recommends. */
const SECRET_BYTES = 20;

type Keys = Pick<Config, 'TOKEN_KEYS'>;

/** A new secret in base32, as people type it where they cannot scan. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address that a QR code brings to an authenticator app: `otpauth://totp/…`. */
export const totpUri = (secret: string, email: string): string =>
  new TOTP({ ...RULES, label: email, secret }).toString();

/**
 * The 30-second step, counted from 1970, whose code this is; null for none. Codes of the step before and after are taken
 * too, since clocks differ.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = new TOTP({ ...RULES, secret }).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ period: RULES.period, timestamp }) + delta;
}

export const sealTotpSecret = ({ TOKEN_KEYS: ring }: Keys, hostId: string, secret: string): Buffer =>
  seal(ring, placeOf(hostId), secret);

export const openTotpSecret = ({ TOKEN_KEYS: ring }: Keys, { host, secret }: Pick<TwoFactor, 'host' | 'secret'>) =>
  open(ring, placeOf(host), secret);

const placeOf = (hostId: string): SealedPlace => ({ purpose: 'totp_secret', rowId: hostId, provider: 'totp' });
