import { TwoFactor } from '#db/entities/two-factor.ts';
import type { CommandDeps } from '../shared/deps.ts';
import { takeBackupCode } from './backup-codes.ts';
import { openTotpSecret, stepOfCode } from './totp.ts';

export type CheckedCode = 'app' | 'backup' | 'used' | 'wrong';

/** Whether it can be one of an app: those are short enough to be guessed, backup codes are not. */
export const isAppCode = (code: string): boolean => /^\d{6}$/.test(bare(code));

const bare = (code: string) => code.replaceAll(/\s/g, '');

/** Whether codes are asked for when this host logs in. */
export const isTwoFactorOn = async ({ orm }: Pick<CommandDeps, 'orm'>, hostId: string): Promise<boolean> =>
  (await orm.em.fork().count(TwoFactor, { host: hostId, turnedOnAt: { $ne: null } })) > 0;

/**
 * Takes a code of the host's app, or a backup code: each once, however many requests bring it at the same moment.
 * `used` is a code of the app that was taken before, or is older than one that was.
 */
export async function checkSecondFactor(
  deps: CommandDeps,
  { hostId, code }: { hostId: string; code: string },
): Promise<CheckedCode> {
  const em = deps.orm.em.fork();
  if (!isAppCode(code)) return (await takeBackupCode(em, hostId, code)) ? 'backup' : 'wrong';
  const factor = await em.findOne(TwoFactor, { host: hostId, turnedOnAt: { $ne: null } });
  const step = factor && stepOfCode(openTotpSecret(deps.config, factor), bare(code), deps.now());
  if (step === null) return 'wrong';
  const isFirst = await em.nativeUpdate(TwoFactor, { host: hostId, lastStep: { $lt: step } }, { lastStep: step });
  return isFirst > 0 ? 'app' : 'used';
}
