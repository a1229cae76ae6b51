import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import { WITHOUT_LINK } from '#commands/create-missing-links.ts';
import { databaseTime } from '#db/database-time.ts';
import { Connection } from '#db/entities/connection.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { User } from '#db/entities/user.ts';
import type { ConnectionMail } from '#mail/message.ts';
import { renderConnectionMail } from '#mail/render.ts';
import type { ActivityDeps } from '../deps.ts';
import { attempt, noteOutcome, renderOptions } from '../mails/send-mails.ts';

/** Sends the host the newest queued mail of the present outage of a connection; all others are superseded. */
export async function sendConnectionMails(deps: ActivityDeps, connectionId: string): Promise<void> {
  for (;;) {
    const claim = await claimNext(deps, connectionId);
    if (claim === null) return;
    const { mail, connection } = claim;
    const { outcome } = await attempt(deps, mail, async () =>
      renderConnectionMail(await compose(deps, mail, connection), renderOptions(deps)),
    );
    const em = deps.orm.em.fork();
    const row = await em.findOneOrFail(EmailDelivery, { id: mail.id });
    if (row.claimToken === mail.claimToken) noteOutcome(deps, row, outcome, await databaseTime(em));
    await em.flush();
    if (outcome === 'later') return;
  }
}

function claimNext(deps: ActivityDeps, connectionId: string) {
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
    for (const mail of open) if (mail !== newest) mail.state = 'superseded';
    const mail = open.find(({ state, retryAt }) => state !== 'superseded' && (!retryAt || retryAt <= now));
    if (mail === undefined) return null;
    mail.state = 'claimed';
    mail.claimToken = randomUUID();
    mail.claimedUntil = new Date(now.getTime() + deps.config.MAIL_LEASE_MS);
    mail.attempts += 1;
    return { mail, connection };
  });
}

async function compose(deps: ActivityDeps, mail: EmailDelivery, connection: Connection): Promise<ConnectionMail> {
  const em = deps.orm.em.fork();
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
