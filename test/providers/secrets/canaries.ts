import { open, type SealingKey } from '#db/seal.ts';
import type { Stage } from '../stage.ts';

/** Texts to be told from chance, by what they are. */
export interface Canaries {
  /** For the database, the mails and the people themselves; logs and histories have no business with them. */
  readonly personal: Record<string, string>;
  /** Nowhere at all, but sealed. */
  readonly secret: Record<string, string>;
}

interface Sealed {
  readonly rowId: string;
  readonly provider: string;
  readonly access: Buffer;
  readonly refresh: Buffer;
}

const SEALED = `select t.connection_id as "rowId", t.provider, t.access, t.refresh from connection_tokens t
  join connections k on k.id = t.connection_id join users u on u.id = k.host_id where u.handle = $1 and k.provider = $2`;

/** A token's middle gives it away as well as the whole. */
const part = (token: string) => token.slice(8, 40);

/** The host's names and session, and the provider's tokens as they are in use now. */
export async function noteHost({ personal, secret }: Canaries, stage: Stage, ring: readonly SealingKey[]) {
  const { host, traits } = stage;
  const { name } = await host.json<{ name: string }>('GET', '/api/v1/me');
  personal[`${traits.id} host's name`] = name;
  personal[`${traits.id} host's address`] = host.email;
  personal[`${traits.id} account`] = stage.accountEmail;
  for (const [cookie, value] of host.cookies)
    personal[`${traits.id} ${cookie}`] = decodeURIComponent(value).split('.')[0] ?? '';
  const [sealed] = await stage.rows<Sealed>(SEALED);
  if (sealed === undefined) throw new Error('There are no tokens');
  const { rowId, provider, access, refresh } = sealed;
  const at = Object.keys(secret).length;
  secret[`${provider} access token ${at}`] = part(open(ring, { purpose: 'access_token', rowId, provider }, access));
  secret[`${provider} refresh token ${at}`] = part(open(ring, { purpose: 'refresh_token', rowId, provider }, refresh));
}
