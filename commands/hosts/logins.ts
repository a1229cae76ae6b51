import { randomUUIDv7 } from 'node:crypto';
import { AuthAccount } from '#db/entities/auth.ts';
import type { CommandDeps } from '../shared/deps.ts';

interface Login {
  readonly hostId: string;
  /** `google` or `microsoft`. */
  readonly provider: string;
  /** Permanent at the provider. */
  readonly accountId: string;
}

/**
 * Lets a host log in with an account of another provider from now on.
 * @returns false where that account logs in to another host's already
 */
export async function addLogin({ orm }: Pick<CommandDeps, 'orm'>, { hostId, provider, accountId }: Login) {
  const em = orm.em.fork();
  await em.execute(
    `insert into accounts (id, user_id, provider_id, account_id) values (?, ?, ?, ?)
        on conflict (provider_id, account_id) do nothing`,
    [randomUUIDv7(), hostId, provider, accountId],
  );
  return (await em.count(AuthAccount, { user: hostId, providerId: provider, accountId })) > 0;
}

/** Ends a way to log in that `addLogin` made. @returns false where there is none */
export async function removeLogin(
  { orm }: Pick<CommandDeps, 'orm'>,
  { hostId, loginId }: { readonly hostId: string; readonly loginId: string },
): Promise<boolean> {
  const removed = await orm.em
    .fork()
    .nativeDelete(AuthAccount, { id: loginId, user: hostId, providerId: { $ne: PASSWORD } });
  return removed > 0;
}

/** better-auth keeps the password as a login of this provider. */
export const PASSWORD = 'credential';
