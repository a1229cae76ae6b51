import { enqueueConnectionMail } from '#commands/bookings/enqueue-mail.ts';
import { Connection } from '#db/entities/connection.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';
import type { Wake } from '../plan/next-wake.ts';
import { LockMode } from '@mikro-orm/postgresql';
import { WITHOUT_LINK } from '#commands/bookings/create-missing-links.ts';
import { databaseTime } from '#db/database-time.ts';
import { User } from '#db/entities/user.ts';
import type { ConnectionMail } from '#mail/message.ts';
import { renderConnectionMail } from '#mail/render.ts';
import { MailRefused } from '#mail/transport.ts';
import { renderOptions } from '../mails/compose-mail.ts';
import { supersede } from '../mails/decide-mails.ts';
import { type Claim, claimContent, handOver, noteOutcome, wentTo } from '../mails/hand-over.ts';

/** Days after the trouble began on which the host is mailed. */
export const NOTICE_DAYS = [0, 1, 3, 7, 14] as const;

/** Owes the mail of the newest day reached; days missed while everything was down are not made up for. */
export async function planReconnectMails(em: Em, { config }: ActivityDeps, connection: Connection, now: Date) {
  const wakes: Wake[] = [];
  const since = connection.troubleSince?.getTime();
  if (since !== undefined) {
    const dueAt = (day: number) => since + day * config.NOTICE_DAY_MS;
    const day = NOTICE_DAYS.findLast((day) => dueAt(day) <= now.getTime());
    const cause = `${new Date(since).toISOString()}+${day}`;
    if (day !== undefined) await enqueueConnectionMail(em, connection.id, { kind: 'reconnect_needed', cause, now });
    const next = NOTICE_DAYS.find((day) => dueAt(day) > now.getTime());
    if (next !== undefined)
      wakes.push({ at: dueAt(next), reason: `the reconnect mail of day ${next}`, waitsFor: 'reconnect' });
  }
  const open = await em.find(EmailDelivery, { connection: connection.id, state: { $in: ['queued', 'claimed'] } });
  const times = open.map((mail) =>
    mail.state === 'claimed'
      ? (mail.claimedUntil?.getTime() ?? 0)
      : Math.max(mail.dueAt.getTime(), mail.retryAt?.getTime() ?? 0),
  );
  const next = Math.min(...times);
  if (times.length > 0 && next > now.getTime())
    wakes.push({ at: next, reason: 'the next reconnect mail', waitsFor: 'mail' });
  return { due: next <= now.getTime(), wakes };
}

/** Sends the host the newest queued mail of the present outage of a connection; all others are superseded. Returns what went to whom. */
export async function sendConnectionMails(deps: ActivityDeps, connectionId: string): Promise<string[]> {
  const went: string[] = [];
  for (;;) {
    const claim = await claimNext(deps, connectionId);
    if (claim === null) return went;
    const outcome = await handOver(deps, claim);
    const em = deps.orm.em.fork();
    const row = await em.findOne(EmailDelivery, { id: claim.mail.id });
    if (row !== null && row.claimToken === claim.mail.claimToken)
      noteOutcome(deps, row, outcome, claim.isFirst, await databaseTime(em));
    await em.flush();
    went.push(wentTo(claim.mail, outcome));
    if (outcome === 'not_taken' || outcome === 'unknown') return went;
  }
}

async function claimNext(deps: ActivityDeps, connectionId: string): Promise<Claim | null> {
  const leaseEnds = performance.now() + deps.config.MAIL_LEASE_MS;
  return deps.orm.em.fork().transactional(async (em) => {
    const now = await databaseTime(em);
    const connection = await em.findOne(Connection, { id: connectionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (connection === null) return null;
    const open = await em.find(
      EmailDelivery,
      { connection: connectionId, $or: [{ state: 'queued' }, { state: 'claimed', claimedUntil: { $lte: now } }] },
      { orderBy: { id: 'asc' } },
    );
    const outage = connection.troubleSince?.toISOString() ?? 'none';
    const newest = open.findLast(({ cause }) => cause.startsWith(outage));
    for (const mail of open) if (mail !== newest) supersede(mail);
    if (newest === undefined || (newest.retryAt && newest.retryAt > now)) return null;
    try {
      return await claimContent(em, deps, { mail: newest, now, leaseEnds }, async () =>
        renderConnectionMail(await compose(em, deps, newest, connection), renderOptions(deps)),
      );
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      noteOutcome(deps, newest, 'refused', true, now);
      return null;
    }
  });
}

async function compose(
  em: Em,
  deps: ActivityDeps,
  mail: EmailDelivery,
  connection: Connection,
): Promise<ConnectionMail> {
  const host = await em.findOneOrFail(User, { id: connection.host });
  const { manifest } = deps.providers.require(connection.provider);
  const affected = await em.execute<unknown[]>(WITHOUT_LINK, [connection.host, connection.provider, deps.now()]);
  return {
    kind: 'reconnect_needed',
    connectionId: connection.id,
    providerName: manifest.name,
    accountEmail: connection.accountEmail,
    hostName: host.name,
    hostEmail: host.email,
    cause: troubleOf(connection),
    day: Number(mail.cause.slice(mail.cause.lastIndexOf('+') + 1)) as ConnectionMail['day'],
    affectedBookings: affected.length,
    reconnectUrl: `${deps.config.PUBLIC_URL}/user/integrations`,
    manageAccessUrl: manifest.manageAccessUrlOf?.(connection.accountId) ?? manifest.manageAccessUrl,
  };
}

function troubleOf({ cause }: Connection): ConnectionMail['cause'] {
  return cause === 'uninstalled' || cause === 'connected_elsewhere' ? cause : 'token_dead';
}
