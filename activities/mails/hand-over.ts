import { randomUUID } from 'node:crypto';
import type { WrittenMail } from '#domain/outbox.ts';
import { openMail, sealMail } from '#commands/bookings/mail-content.ts';
import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import { WITHOUT_FLUSH } from '#db/no-flush.ts';
import { describeError, log } from '#log';
import type { RenderedMail } from '#mail/message.ts';
import { MailRefused, MailUnavailable, writeMail } from '#mail/transport.ts';
import type { ActivityDeps } from '../deps.ts';
import { backOffMs } from '#domain/retry-policy.ts';
import { says } from '#messages/says.ts';
import { domainOf } from './compose-mail.ts';

/** The right to hand one mail over, until its lease ends. */
export interface Claim {
  readonly mail: EmailDelivery;
  readonly written: WrittenMail;
  /** Whether the content was fixed by this claim: then the server has not been given it before. */
  readonly isFirst: boolean;
  /** When the lease ends, by this process' `performance.now()`. */
  readonly leaseEnds: number;
}

/** `not_taken`: the server cannot have it. `unknown`: it may. */
export type Outcome = 'sent' | 'refused' | 'not_taken' | 'unknown';

/**
 * Claims a mail, in the transaction that holds what it is about: a mail that was never handed over is written from the
 * present and its content fixed, any other is opened as it was. What cannot be written now waits, and null is returned.
 * @throws MailRefused where it never can be
 */
export async function claimContent(
  em: Em,
  { config }: ActivityDeps,
  { mail, now, leaseEnds }: { mail: EmailDelivery; now: Date; leaseEnds: number },
  render: () => Promise<RenderedMail>,
): Promise<Claim | null> {
  const isFirst = !mail.handedOverAt;
  mail.attempts += 1;
  try {
    const written = isFirst
      ? await writeMail({ ...(await render()), messageId: `<${mail.messageId}@${domainOf(config.MAIL_FROM)}>` })
      : openMail(config, mail.id, await contentOf(em, mail));
    if (isFirst) mail.content = sealMail(config, mail.id, written);
    mail.handedOverAt ??= now;
    mail.state = 'claimed';
    mail.claimToken = randomUUID();
    mail.claimedUntil = new Date(now.getTime() + config.MAIL_LEASE_MS);
    return { mail, written, isFirst, leaseEnds };
  } catch (error) {
    if (error instanceof MailRefused) throw error;
    log.warn({ mail: mail.id, kind: mail.kind, ...describeError(error) }, 'mail not written');
    mail.retryAt = new Date(now.getTime() + backOffMs(config, mail.attempts - 1));
    return null;
  }
}

async function contentOf(em: Em, mail: Pick<EmailDelivery, 'id'>): Promise<Uint8Array> {
  const [row] = await em.execute<{ content: Uint8Array | null }[]>(
    'select content from email_deliveries where id = ?',
    [mail.id],
  );
  if (!row?.content) throw new Error('A mail that was handed over has no content');
  return row.content;
}

/** `confirmed → guest: sent`, as the Temporal UI shows it. */
export function wentTo({ kind, recipient }: EmailDelivery, outcome: Outcome): string {
  return `${kind} → ${recipient}: ${outcome}`.replaceAll('_', ' ');
}

/** Hands a claimed mail over, unless its lease ended while this process stood still: then another may have. */
export async function handOver(deps: ActivityDeps, claim: Claim): Promise<Outcome> {
  const { mail, written, isFirst, leaseEnds } = claim;
  if (performance.now() >= leaseEnds) return isFirst ? 'not_taken' : 'unknown';
  try {
    await deps.mail.handOver(written);
    await noteTaken(deps, mail);
    return 'sent';
  } catch (error) {
    log.warn({ mail: mail.id, kind: mail.kind, ...describeError(error) }, 'mail not sent');
    if (error instanceof MailRefused) return 'refused';
    return error instanceof MailUnavailable && !error.mayHaveArrived ? 'not_taken' : 'unknown';
  }
}

/**
 * Notes at once that the server has taken a mail, before there is time to plan what comes next: the less there is between
 * the two, the fewer mails are sent again by who takes over from a worker that was killed. Where it fails, or the database's
 * machine forgets it, `noteOutcome` does it: it does not wait for the disk.
 */
async function noteTaken({ orm }: ActivityDeps, { id, claimToken }: EmailDelivery): Promise<void> {
  await orm.em
    .fork()
    .execute(
      `update email_deliveries set state = 'sent', sent_at = now(), content = null, claim_token = null, claimed_until = null
        where id = ? and claim_token = ? and ${WITHOUT_FLUSH}`,
      [id, claimToken],
    )
    .catch((error: unknown) => log.warn({ mail: id, ...describeError(error) }, 'mail sent but not noted yet'));
}

/**
 * Notes the outcome on a claimed mail. What the server certainly has not got may tell the news when it is tried again;
 * what it may have got stays as it is.
 */
export function noteOutcome(
  { config }: ActivityDeps,
  mail: EmailDelivery,
  outcome: Outcome,
  isFirst: boolean,
  now: Date,
) {
  mail.claimedUntil = null;
  mail.claimToken = null;
  if (outcome === 'not_taken' || outcome === 'unknown') {
    mail.state = 'queued';
    mail.retryAt = new Date(now.getTime() + backOffMs(config, mail.attempts - 1));
    if (outcome === 'not_taken' && isFirst) forgetContent(mail);
    return;
  }
  mail.content = null;
  mail.state = outcome;
  if (outcome === 'sent') mail.sentAt = now;
  else mail.problem = says('said.mail_address_refused').text;
}

function forgetContent(mail: EmailDelivery): void {
  mail.content = null;
  mail.handedOverAt = null;
  mail.linkKey = null;
  mail.toldStartsAt = null;
  mail.toldEntry = null;
  mail.bringsEntry = false;
}
