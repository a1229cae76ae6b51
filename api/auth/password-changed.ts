import { revokeLoginLinks } from '#commands/hosts/revoke-login-links.ts';
import type { Config } from '#config';
import type { Orm } from '#db/orm.ts';
import type { MailTransport } from '#mail/transport.ts';
import { type Owner, tellOwner } from './tell-owner.ts';

interface Needs {
  readonly orm: Orm;
  readonly config: Config;
  readonly mail: Pick<MailTransport, 'send'>;
}

/** What follows a new password: every link that was mailed before stops working, and the owner is told. */
export async function followNewPassword(needs: Needs, owner: Owner): Promise<void> {
  await revokeLoginLinks(needs.orm.em.fork(), owner.id);
  await tellOwner(needs, owner, 'password_changed');
}
