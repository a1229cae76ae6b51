import { createHmac } from 'node:crypto';
import type { Config } from '#config';
import { GUEST_MAILBOX } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import { mailboxOf } from '#domain/mailbox.ts';
import { says } from '#messages/says.ts';
import { networkOf } from '../client-address.ts';
import { Problem } from '../problem.ts';

const TOO_MANY_OF_MAILBOX = says('said.requests_of_mailbox');
const TOO_MANY_OF_NETWORK = says('said.requests_of_network');

/**
 * How many requests may wait for their hosts at once. `known` is for guests whom this host has confirmed before; other
 * addresses are unverified. Multiplied by RATE_LIMIT_SCALE, never below.
 */
const BOUNDS = [
  { of: 'mailbox_at_host', most: 3, known: 10, detail: TOO_MANY_OF_MAILBOX },
  { of: 'mailbox_from_network', most: 5, known: 10, detail: TOO_MANY_OF_MAILBOX },
  { of: 'mailbox', most: 15, known: 20, detail: TOO_MANY_OF_MAILBOX },
  { of: 'network_at_host', most: 10, known: 30, detail: TOO_MANY_OF_NETWORK },
  { of: 'network', most: 50, known: 70, detail: TOO_MANY_OF_NETWORK },
] as const;
const RETRY_AFTER_SECONDS = 600;

type Open = Readonly<Record<(typeof BOUNDS)[number]['of'], string>> & { readonly is_known: boolean };

interface Asking {
  readonly hostId: string;
  readonly email: string;
  /** See `networkMark`. */
  readonly network: string;
  readonly now: Date;
}

/**
 * Keeps strangers from blocking a host's calendar with requests: those that wait for an answer are few for one mailbox
 * and for one network, at one host and in all. To be called in the transaction that books: one at a time for each
 * mailbox and each network, over all hosts, so that many at once are counted too.
 * @throws Problem `rate_limited`
 */
export async function checkHoldCap(em: Em, asking: Asking, scale: number): Promise<void> {
  const mailbox = mailboxOf(asking.email);
  for (const whose of [mailbox, asking.network])
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`holds of ${whose}`]);
  const open = await countOpen(em, mailbox, asking);
  for (const { of, most, known, detail } of BOUNDS)
    if (Number(open[of]) >= (open.is_known ? known : most) * Math.max(1, scale))
      throw new Problem('rate_limited', { detail, retryAfterSeconds: RETRY_AFTER_SECONDS });
}

/** The network a request came from, as it is stored: a hash under our key, which does not reveal the address. */
export function networkMark({ AUTH_SECRET }: Pick<Config, 'AUTH_SECRET'>, address: string): string {
  return createHmac('sha256', AUTH_SECRET)
    .update(`network ${networkOf(address)}`)
    .digest('base64url');
}

async function countOpen(em: Em, mailbox: string, { hostId, network, now }: Asking): Promise<Open> {
  const [open] = await em.execute<Open[]>(
    `with open as (
       select host_id = ? as at_host, ${GUEST_MAILBOX} = ? as of_mailbox, requested_from = ? as from_network
         from bookings where status = 'pending' and hold_ends_at > ? and (${GUEST_MAILBOX} = ? or requested_from = ?))
     select count(*) filter (where of_mailbox and at_host) as mailbox_at_host,
            count(*) filter (where of_mailbox and from_network) as mailbox_from_network,
            count(*) filter (where of_mailbox) as mailbox,
            count(*) filter (where from_network and at_host) as network_at_host,
            count(*) filter (where from_network) as network,
            exists (select 1 from bookings where host_id = ? and ${GUEST_MAILBOX} = ?
              and requires_confirmation and confirmed_at is not null) as is_known
       from open`,
    [hostId, mailbox, network, now, mailbox, network, hostId, mailbox],
  );
  if (open === undefined) throw new Error('a count is always one row');
  return open;
}
