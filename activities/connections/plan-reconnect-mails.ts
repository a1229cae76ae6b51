import { enqueueConnectionMail } from '#commands/bookings/enqueue-mail.ts';
import type { Connection } from '#db/entities/connection.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';
import type { Wake } from '../plan/wake.ts';

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
      wakes.push({ at: dueAt(next), what: `the reconnect mail of day ${next}`, waitsFor: 'reconnect' });
  }
  const open = await em.find(EmailDelivery, { connection: connection.id, state: { $in: ['queued', 'claimed'] } });
  const times = open.map((mail) =>
    mail.state === 'claimed'
      ? (mail.claimedUntil?.getTime() ?? 0)
      : Math.max(mail.dueAt.getTime(), mail.retryAt?.getTime() ?? 0),
  );
  const next = Math.min(...times);
  if (times.length > 0 && next > now.getTime())
    wakes.push({ at: next, what: 'the next reconnect mail', waitsFor: 'mail' });
  return { due: next <= now.getTime(), wakes };
}
