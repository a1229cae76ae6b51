import { TwoFactor } from '#db/entities/two-factor.ts';
import { hostTransaction } from '#db/host-transaction.ts';
import type { CommandDeps } from '../shared/deps.ts';
import { replaceBackupCodes } from './backup-codes.ts';

/** Makes new backup codes; the former ones stop working. Null where two-step verification is off. */
export function renewBackupCodes({ orm }: CommandDeps, { hostId }: { hostId: string }): Promise<string[] | null> {
  return hostTransaction(orm, hostId, async (em) => {
    const isOn = (await em.count(TwoFactor, { host: hostId, turnedOnAt: { $ne: null } })) > 0;
    return isOn ? replaceBackupCodes(em, hostId) : null;
  });
}
