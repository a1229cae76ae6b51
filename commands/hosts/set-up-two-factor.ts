import { Session } from '#db/entities/auth.ts';
import { TwoFactor } from '#db/entities/two-factor.ts';
import { User } from '#db/entities/user.ts';
import { hostTransaction } from '#db/host-transaction.ts';
import type { CommandDeps } from '../shared/deps.ts';
import { replaceBackupCodes } from './backup-codes.ts';
import { newTotpSecret, openTotpSecret, sealTotpSecret, stepOfCode, totpUri } from './totp.ts';

/** So long a set-up waits for its first code. */
const WAITS_MS = 3_600_000;

interface SetUp {
  /** For a QR code. */
  readonly uri: string;
  /** Base32, to be typed. */
  readonly secret: string;
}

/** Begins to set up an authenticator app; nothing is asked at login before `turnOnTwoFactor`. Null where one is in use. */
export function setUpTwoFactor(deps: CommandDeps, { hostId }: { hostId: string }): Promise<SetUp | null> {
  return hostTransaction(deps.orm, hostId, async (em) => {
    const host = await em.findOneOrFail(User, { id: hostId });
    const former = await em.findOne(TwoFactor, { host: hostId });
    if (former !== null && former.turnedOnAt !== null) return null;
    const secret = newTotpSecret();
    const sealed = sealTotpSecret(deps.config, hostId, secret);
    await em.upsert(TwoFactor, { host: hostId, secret: sealed, begunAt: deps.now(), turnedOnAt: null, lastStep: 0 });
    return { uri: totpUri(secret, host.email), secret };
  });
}

interface FirstCode {
  readonly hostId: string;
  readonly code: string;
  /** The session that stays; every other one began without a code, and ends. */
  readonly sessionToken: string;
}

/**
 * Turns two-step verification on, by a first code of the app.
 * @returns the backup codes; `not_begun` where no set-up of the last hour waits for a code
 */
export function turnOnTwoFactor(
  deps: CommandDeps,
  { hostId, code, sessionToken }: FirstCode,
): Promise<readonly string[] | 'not_begun' | 'wrong_code'> {
  return hostTransaction(deps.orm, hostId, async (em) => {
    const now = deps.now();
    const begun = await em.findOne(TwoFactor, {
      host: hostId,
      turnedOnAt: null,
      begunAt: { $gt: new Date(now.getTime() - WAITS_MS) },
    });
    if (begun === null) return 'not_begun';
    const step = stepOfCode(openTotpSecret(deps.config, begun), code, now);
    if (step === null) return 'wrong_code';
    begun.turnedOnAt = now;
    begun.lastStep = step;
    await em.nativeDelete(Session, { user: hostId, token: { $ne: sessionToken } });
    return replaceBackupCodes(em, hostId);
  });
}
