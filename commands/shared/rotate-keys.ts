import type { Config } from '#config';
import type { Orm } from '#db/orm.ts';
import type { Em } from '#db/host-transaction.ts';
import { open, seal, type SealedPlace, type SealingKey } from '#db/seal.ts';

/** Rows of one transaction: a crash loses at most these, and other writers wait only while these are sealed. */
const BATCH = 50;

interface Sealed {
  readonly name: string;
  readonly table: string;
  readonly key: string;
  /** What the values are bound to as their provider, in SQL; the row's own where left out. */
  readonly provider?: string;
  /** The sealed columns, and what each is bound to. */
  readonly columns: readonly { readonly name: string; readonly purpose: SealedPlace['purpose'] }[];
  /** A further condition on the rows to reseal. */
  readonly where?: string;
}

const PLACES: readonly Sealed[] = [
  {
    name: 'connections',
    table: 'connection_tokens',
    key: 'connection_id',
    columns: [
      { name: 'access', purpose: 'access_token' },
      { name: 'refresh', purpose: 'refresh_token' },
    ],
  },
  {
    name: 'subscriptions',
    table: 'subscriptions',
    key: 'id',
    columns: [{ name: 'secret', purpose: 'subscription_secret' }],
  },
  {
    name: 'connect attempts under way',
    table: 'oauth_attempts',
    key: 'id',
    columns: [{ name: 'code_verifier', purpose: 'code_verifier' }],
    where: `status = 'pending' and expires_at > now()`,
  },
  {
    name: 'authenticator apps',
    table: 'two_factors',
    key: 'host_id',
    provider: `'totp'`,
    columns: [{ name: 'secret', purpose: 'totp_secret' }],
  },
  {
    name: 'calendars',
    table: 'calendars',
    key: 'id',
    provider: `'calendar'`,
    columns: [{ name: 'address', purpose: 'calendar_address' }],
  },
  {
    name: 'webhooks',
    table: 'webhooks',
    key: 'id',
    provider: `'webhook'`,
    columns: [
      { name: 'secret', purpose: 'webhook_secret' },
      { name: 'former_secret', purpose: 'former_webhook_secret' },
    ],
  },
  {
    name: 'mails under way',
    table: 'email_deliveries',
    key: 'id',
    provider: `'mail'`,
    columns: [{ name: 'content', purpose: 'mail' }],
  },
];

export interface Progress {
  readonly name: string;
  readonly done: number;
  readonly left: number;
}

/**
 * Seals everything that another key of the ring has sealed with the ring's first one. Small transactions that pass over
 * what a refresh holds at the moment; it may be killed and run again at any time, beside everything else.
 * @throws Error when a row was sealed with a key that is not in the ring
 */
export async function rotateKeys(
  { orm, config }: { readonly orm: Orm; readonly config: Pick<Config, 'TOKEN_KEYS'> },
  report: (progress: Progress) => void,
): Promise<void> {
  for (const place of PLACES) {
    let done = 0;
    for (;;) {
      const rotated = await rotateBatch(orm, config.TOKEN_KEYS, place, 'skip locked');
      // Only what others hold is left: now their transactions are waited for, one at a time.
      const waited = rotated === 0 ? await rotateBatch(orm, config.TOKEN_KEYS, place, 'wait') : 0;
      done += rotated + waited;
      const left = await countLeft(orm.em.fork(), config.TOKEN_KEYS, place);
      report({ name: place.name, done, left });
      if (left === 0) break;
    }
  }
}

type Row = { readonly id: string; readonly provider: string } & Readonly<Record<string, Uint8Array | string | null>>;

function rotateBatch(orm: Orm, ring: readonly SealingKey[], place: Sealed, locked: 'skip locked' | 'wait') {
  const columns = place.columns.map(({ name }) => name);
  return orm.em.fork().transactional(async (em) => {
    const rows = await em.execute<Row[]>(
      `select ${place.key} as id, ${place.provider ?? 'provider'} as provider, ${columns.join(', ')} from ${place.table} where ${stale(place)}
        order by ${place.key} limit ${locked === 'wait' ? 1 : BATCH} for update ${locked === 'wait' ? '' : locked}`,
      primaries(ring, place),
    );
    for (const row of rows) await sealAnew(em, ring, place, row);
    return rows.length;
  });
}

async function sealAnew(em: Em, ring: readonly SealingKey[], place: Sealed, row: Row): Promise<void> {
  const changes = place.columns.map(({ name, purpose }) => {
    const where = { purpose, rowId: row.id, provider: row.provider };
    const sealed = row[name];
    return sealed instanceof Uint8Array ? seal(ring, where, open(ring, where, sealed)) : null;
  });
  await em.execute(
    `update ${place.table} set ${place.columns.map(({ name }) => `${name} = ?`).join(', ')} where ${place.key} = ?`,
    [...changes, row.id],
  );
}

async function countLeft(em: Em, ring: readonly SealingKey[], place: Sealed): Promise<number> {
  const [row] = await em.execute<{ left: number }[]>(
    `select count(*)::int as left from ${place.table} where ${stale(place)}`,
    primaries(ring, place),
  );
  return row?.left ?? 0;
}

/** The key's name stands in the sealed bytes themselves (`v1 | length | kid | …`): that is what counts. */
function stale({ columns, where }: Sealed): string {
  const other = columns.map(
    ({ name }) => `substring(${name} from 3 for get_byte(${name}, 1)) <> convert_to(?, 'UTF8')`,
  );
  return `(${other.join(' or ')})${where === undefined ? '' : ` and ${where}`}`;
}

const primaries = (ring: readonly SealingKey[], { columns }: Sealed) => columns.map(() => primaryOf(ring));

function primaryOf(ring: readonly SealingKey[]): string {
  const [primary] = ring;
  if (primary === undefined) throw new RangeError('TOKEN_KEYS is empty');
  return primary.kid;
}
