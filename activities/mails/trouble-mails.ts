import type { FilterQuery } from '@mikro-orm/postgresql';
import { databaseTime } from '#db/database-time.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import type { RenderedMail } from '#mail/message.ts';
import { MailRefused } from '#mail/transport.ts';
import type { ActivityDeps } from '../deps.ts';
import type { Wake } from '../plan/next-wake.ts';
import { supersede } from './decide-mails.ts';
import { type Claim, claimContent, handOver, noteOutcome, wentTo } from './hand-over.ts';

/** Something of a host's that can be in trouble: a connection, a calendar. */
interface Subject<Row> {
  readonly mails: FilterQuery<EmailDelivery>;
  /** The row, locked; null where it is gone. */
  lock(em: Em): Promise<Row | null>;
  /** Since when the present trouble lasts; mails of an earlier one are superseded. */
  troubleSince(row: Row): Date | null | undefined;
  write(em: Em, mail: EmailDelivery, row: Row): Promise<RenderedMail>;
}

/** Names the occasion of a mail: the outage, and what of its time has passed. */
export const causeOf = (troubleSince: Date, passed: string | number): string =>
  `${troubleSince.toISOString()}+${passed}`;

/** What has passed of an outage, as the cause of its mail says. */
export const passedOf = ({ cause }: Pick<EmailDelivery, 'cause'>): string => cause.slice(cause.lastIndexOf('+') + 1);

/** Whether mails are due, and when those that wait will be. */
export async function openMails(em: Em, mails: FilterQuery<EmailDelivery>, reason: string, now: Date) {
  const open = await em.find(EmailDelivery, { $and: [mails, { state: { $in: ['queued', 'claimed'] } }] });
  const times = open.map((mail) =>
    mail.state === 'claimed'
      ? (mail.claimedUntil?.getTime() ?? 0)
      : Math.max(mail.dueAt.getTime(), mail.retryAt?.getTime() ?? 0),
  );
  const next = Math.min(...times);
  const wakes: Wake[] = times.length > 0 && next > now.getTime() ? [{ at: next, reason, waitsFor: 'mail' }] : [];
  return { due: next <= now.getTime(), wakes };
}

/** Sends the host the newest queued mail of the present outage; all others are superseded. Returns what went to whom. */
export async function sendTroubleMails<Row>(deps: ActivityDeps, subject: Subject<Row>): Promise<string[]> {
  const went: string[] = [];
  for (;;) {
    const claim = await claimNext(deps, subject);
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

async function claimNext<Row>(deps: ActivityDeps, subject: Subject<Row>): Promise<Claim | null> {
  const leaseEnds = performance.now() + deps.config.MAIL_LEASE_MS;
  return deps.orm.em.fork().transactional(async (em) => {
    const now = await databaseTime(em);
    const row = await subject.lock(em);
    if (row === null) return null;
    const isOpen: FilterQuery<EmailDelivery> = {
      $or: [{ state: 'queued' }, { state: 'claimed', claimedUntil: { $lte: now } }],
    };
    const open = await em.find(EmailDelivery, { $and: [subject.mails, isOpen] }, { orderBy: { id: 'asc' } });
    const outage = subject.troubleSince(row)?.toISOString() ?? 'none';
    const newest = open.findLast(({ cause }) => cause.startsWith(outage));
    for (const mail of open) if (mail !== newest) supersede(mail);
    if (newest === undefined || (newest.retryAt && newest.retryAt > now)) return null;
    try {
      return await claimContent(em, deps, { mail: newest, now, leaseEnds }, () => subject.write(em, newest, row));
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      noteOutcome(deps, newest, 'refused', true, now);
      return null;
    }
  });
}
