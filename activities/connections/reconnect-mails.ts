import { LockMode } from '@mikro-orm/postgresql';
import { WITHOUT_LINK } from '#commands/bookings/create-missing-links.ts';
import { enqueueConnectionMail } from '#commands/bookings/enqueue-mail.ts';
import { Connection } from '#db/entities/connection.ts';
import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ConnectionMail } from '#mail/message.ts';
import { renderConnectionMail } from '#mail/render.ts';
import { mailLocale } from '#mail/texts.ts';
import type { ActivityDeps } from '../deps.ts';
import { renderOptions } from '../mails/compose-mail.ts';
import { causeOf, openMails, passedOf, sendTroubleMails } from '../mails/trouble-mails.ts';
import type { Wake } from '../plan/next-wake.ts';

/** Days after the trouble began on which the host is mailed. */
export const NOTICE_DAYS = [0, 1, 3, 7, 14] as const;

/** Queues the mail of the newest day reached; days missed while everything was down are not made up for. */
export async function planReconnectMails(em: Em, { config }: ActivityDeps, connection: Connection, now: Date) {
  const wakes: Wake[] = [];
  const since = connection.troubleSince;
  if (since) {
    const dueAt = (day: number) => since.getTime() + day * config.NOTICE_DAY_MS;
    const day = NOTICE_DAYS.findLast((day) => dueAt(day) <= now.getTime());
    if (day !== undefined)
      await enqueueConnectionMail(em, connection.id, { kind: 'reconnect_needed', cause: causeOf(since, day), now });
    const next = NOTICE_DAYS.find((day) => dueAt(day) > now.getTime());
    if (next !== undefined)
      wakes.push({ at: dueAt(next), reason: `the reconnect mail of day ${next}`, waitsFor: 'reconnect' });
  }
  const open = await openMails(em, { connection: connection.id }, 'the next reconnect mail', now);
  return { due: open.due, wakes: [...wakes, ...open.wakes] };
}

/** Sends the host the newest queued mail of the present outage of a connection. Returns what went to whom. */
export function sendConnectionMails(deps: ActivityDeps, connectionId: string): Promise<string[]> {
  return sendTroubleMails<Connection>(deps, {
    mails: { connection: connectionId },
    lock: (em) => em.findOne(Connection, { id: connectionId }, { lockMode: LockMode.PESSIMISTIC_WRITE }),
    troubleSince: (connection) => connection.troubleSince,
    write: async (em, mail, connection) =>
      renderConnectionMail(await compose(em, deps, mail, connection), renderOptions(deps)),
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
    readerLocale: mailLocale('host', host.locale),
    hostName: host.name,
    hostEmail: host.email,
    cause: troubleOf(connection),
    day: Number(passedOf(mail)) as ConnectionMail['day'],
    affectedBookings: affected.length,
    reconnectUrl: `${deps.config.PUBLIC_URL}/user/integrations`,
    manageAccessUrl: manifest.manageAccessUrlOf?.(connection.accountId) ?? manifest.manageAccessUrl,
  };
}

function troubleOf({ cause }: Connection): ConnectionMail['cause'] {
  return cause === 'uninstalled' || cause === 'connected_elsewhere' ? cause : 'token_dead';
}
