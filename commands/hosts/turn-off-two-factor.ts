import { TwoFactor } from '#db/entities/two-factor.ts';
import type { CommandDeps } from '../shared/deps.ts';

/** Forgets the authenticator app and the backup codes. @returns whether codes were asked for until now */
export async function turnOffTwoFactor({ orm }: CommandDeps, { hostId }: { hostId: string }): Promise<boolean> {
  return (await orm.em.fork().nativeDelete(TwoFactor, { host: hostId, turnedOnAt: { $ne: null } })) > 0;
}
