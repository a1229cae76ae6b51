import { User } from '#db/entities/user.ts';
import { hostTransaction } from '#db/host-transaction.ts';
import type { CommandDeps } from '../shared/deps.ts';

interface ContactAddress {
  readonly hostId: string;
  /** Proven to be the host's; null shows none. */
  readonly email: string | null;
}

/** The address at which guests reach a host by answering our mails; null where the host shows them none. */
export const replyAddressOf = ({ contactEmail, showsLoginEmail, email }: Readonly<User>): string | null =>
  contactEmail ?? (showsLoginEmail ? email : null);

/** Chooses the address that guests see and reply to. @returns the host */
export function setContactAddress({ orm }: CommandDeps, { hostId, email }: ContactAddress): Promise<User> {
  return hostTransaction(orm, hostId, async (em) => {
    const host = await em.findOneOrFail(User, { id: hostId });
    host.contactEmail = email;
    return host;
  });
}
