import { record } from '#commands/record.ts';
import { databaseTime } from '#db/database-time.ts';
import { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { describeError, log } from '#log';
import type { RenderedMail } from '#mail/message.ts';
import { renderBookingMail } from '#mail/render.ts';
import { MailRefused } from '#mail/transport.ts';
import type { ActivityDeps } from '../deps.ts';
import { growingWait } from '../growing-wait.ts';
import { type Claim, claimMail } from './claim-mail.ts';
import { composeMail, domainOf } from './compose-mail.ts';

/** Sends every queued mail of a booking that is due, one by one in order. Stops at the first that cannot be sent at present. */
export async function sendMails(deps: ActivityDeps, bookingId: string): Promise<void> {
  for (;;) {
    const claim = await claimMail(deps, bookingId);
    if (claim === null) return;
    const tried = await attempt(deps, claim.mail, async () =>
      renderBookingMail(await composeMail(deps, claim), renderOptions(deps)),
    );
    await store(deps, claim, tried);
    if (tried.outcome === 'later') return;
  }
}

export function renderOptions(deps: ActivityDeps) {
  return {
    now: deps.now().getTime(),
    from: deps.config.MAIL_FROM,
    supportEmail: deps.config.SUPPORT_EMAIL,
    publicUrl: deps.config.PUBLIC_URL,
  };
}

type Outcome = 'sent' | 'refused' | 'later';

interface Tried {
  readonly outcome: Outcome;
  /** True where the mail that was sent brought a calendar file. */
  readonly invites: boolean;
}

/**
 * Writes one mail and hands it to the server. The Message-ID stays the same when it is sent again after a lost answer.
 * A mail that cannot be written waits like one that cannot be sent, so that it keeps none of the others back.
 */
export async function attempt(
  deps: ActivityDeps,
  mail: EmailDelivery,
  write: () => Promise<RenderedMail>,
): Promise<Tried> {
  try {
    const rendered = await write();
    await deps.mail.send({ ...rendered, messageId: `<${mail.messageId}@${domainOf(deps.config.MAIL_FROM)}>` });
    return { outcome: 'sent', invites: rendered.ics !== null };
  } catch (error) {
    log.warn({ mail: mail.id, kind: mail.kind, ...describeError(error) }, 'mail not sent');
    return { outcome: error instanceof MailRefused ? 'refused' : 'later', invites: false };
  }
}

/** Notes the outcome on a claimed mail: what cannot be sent now is queued again with a growing wait. */
export function noteOutcome({ config }: ActivityDeps, mail: EmailDelivery, outcome: Outcome, now: Date): void {
  mail.claimedUntil = null;
  mail.claimToken = null;
  if (outcome === 'sent') {
    mail.state = 'sent';
    mail.sentAt = now;
  } else if (outcome === 'refused') {
    mail.state = 'refused';
    mail.problem = 'The mail server refused the address or the message for good.';
  } else {
    mail.state = 'queued';
    mail.retryAt = new Date(now.getTime() + growingWait(config, mail.attempts - 1));
  }
}

async function store(deps: ActivityDeps, { mail, shown }: Claim, { outcome, invites }: Tried) {
  await deps.orm.em.fork().transactional(async (em) => {
    const bookingId = mail.booking ?? '';
    await em.execute('select 1 from bookings where id = ? for update', [bookingId]);
    const booking = await em.findOneOrFail(Booking, { id: bookingId });
    const row = await em.findOneOrFail(EmailDelivery, { id: mail.id });
    if (row.claimToken !== mail.claimToken) return;
    const now = await databaseTime(em);
    noteOutcome(deps, row, outcome, now);
    if (outcome === 'sent') {
      row.linkKey = shown.linkKey;
      if (mail.recipient === 'guest' && invites) booking.invited = true;
    }
    if (outcome === 'refused')
      record(em, booking, {
        at: now,
        actor: 'system',
        kind: 'mail_refused',
        text: `The mail to the ${mail.recipient} was refused for good by the mail server.`,
      });
  });
}
