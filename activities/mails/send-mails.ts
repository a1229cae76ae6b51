import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import { entryOf } from '#commands/bookings/calendar-entry.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import { type ConferenceView, conferenceViewOf } from '#commands/bookings/conference-view.ts';
import type { RenderedMail } from '#mail/message.ts';
import { renderBookingMail } from '#mail/render.ts';
import { MailRefused } from '#mail/transport.ts';
import type { BookingPlan } from '#workflows/plan-types.ts';
import { says } from '#messages/says.ts';
import { type BookingFacts, lockBooking, readFacts } from '../booking-facts.ts';
import type { ActivityDeps } from '../deps.ts';
import { stopIfCancelled } from '../activity-result.ts';
import { enqueueReminders } from '../plan/enqueue-reminders.ts';
import { IDLE, noteLooked, planOf } from '../plan/plan-booking.ts';
import { type Claim, claimContent, handOver, noteOutcome, type Outcome, wentTo } from './hand-over.ts';
import { composeMail, renderOptions } from './compose-mail.ts';
import { decideMails } from './decide-mails.ts';
import { hostLineFor } from './host-line.ts';
import { heldUntil } from './mailbox-budget.ts';
import { readerOf } from './readers.ts';

/** What came of a claim. */
interface HandedOver extends Claim {
  readonly outcome: Outcome;
}

/** What went to whom, and what is due then; null where that could not be planned. */
interface Sent {
  readonly went: readonly string[];
  readonly plan: BookingPlan | null;
}

/**
 * Sends every mail of a booking that is due: to each reader in order, to several side by side. Stops after a round in
 * which one could not be sent at present. The plan at its end is the booking's workflow's.
 * @param claimed what was claimed before, by the transaction that made it due
 */
export function sendMails(deps: ActivityDeps, bookingId: string, claimed: readonly Claim[] = []): Promise<Sent> {
  const planNext = (facts: BookingFacts) => {
    noteLooked(facts.booking);
    return planOf(deps, facts, IDLE);
  };
  return sendAll(deps, bookingId, planNext, claimed);
}

/** The same where the booking's workflow does not hear of it: what else is due then is left to that. */
export function sendBesideWorkflow(deps: ActivityDeps, bookingId: string): Promise<Sent> {
  return sendAll(deps, bookingId, (facts) => planOf(deps, facts, IDLE));
}

async function sendAll(
  deps: ActivityDeps,
  bookingId: string,
  planNext: (facts: BookingFacts) => Promise<BookingPlan>,
  claimed: readonly Claim[] = [],
): Promise<Sent> {
  const went: string[] = [];
  const end = { plan: null as BookingPlan | null };
  const planAtEnd = async (facts: BookingFacts) => void (end.plan = await planNext(facts));
  const handOverAll = async (claims: readonly Claim[]): Promise<HandedOver[]> => {
    const handed = await Promise.all(claims.map(async (one) => ({ ...one, outcome: await handOver(deps, one) })));
    went.push(...handed.map(({ mail, outcome }) => wentTo(mail, outcome)));
    return handed;
  };
  let handed = await handOverAll(claimed);
  for (;;) {
    stopIfCancelled();
    const claim = (atEnd?: typeof planAtEnd) => claimMails(deps, bookingId, handed, atEnd);
    // A plan that fails must not undo the note of what was sent.
    const claims = await claim(planAtEnd).catch(() => claim());
    if (claims.length === 0) return { went, ...end };
    handed = await handOverAll(claims);
  }
}

/**
 * Notes what came of the mails handed over, and claims the first of each reader that is due next, in one transaction. A
 * claim is a lease: when it runs out, the mail is handed over again as it is.
 * @param atEnd what is done in the same transaction where nothing is claimed
 */
export async function claimMails(
  deps: ActivityDeps,
  bookingId: string,
  handed: readonly HandedOver[] = [],
  atEnd: (facts: BookingFacts) => Promise<void> = async () => {},
): Promise<Claim[]> {
  const leaseEnds = leaseFromNow(deps);
  return deps.orm.em.fork().transactional(async (em) => {
    const booking = await lockBooking(em, bookingId);
    if (booking === null) return [];
    const facts = await readFacts(em, booking);
    for (const one of handed) store(deps, facts, one);
    const isStuck = handed.some(({ outcome }) => outcome === 'not_taken' || outcome === 'unknown');
    const claims = isStuck || booking.erasedAt ? [] : await claimDue(deps, facts, leaseEnds);
    if (claims.length === 0) await atEnd(facts);
    return claims;
  });
}

/** A sender whose lease ran out changes nothing: its successor knows better. */
function store(deps: ActivityDeps, facts: BookingFacts, { mail, isFirst, outcome }: HandedOver): void {
  const row = facts.mails.find(({ id }) => id === mail.id);
  if (row === undefined || row.claimToken !== mail.claimToken) return;
  noteOutcome(deps, row, outcome, isFirst, facts.now);
  if (outcome === 'refused') recordRefusal(facts, row);
}

/** When a claim's lease ends, counted from before the transaction that takes it; by `performance.now()`. */
export const leaseFromNow = ({ config }: ActivityDeps): number => performance.now() + config.MAIL_LEASE_MS;

/** Claims within a transaction the first mail of each reader that is due: written, and to be handed over once it is committed. */
export async function claimDue(deps: ActivityDeps, facts: BookingFacts, leaseEnds: number): Promise<Claim[]> {
  const { em, booking, now } = facts;
  if (booking.status === 'confirmed') await enqueueReminders(facts);
  const shown = conferenceViewOf(deps, booking, facts);
  const claims: Claim[] = [];
  for (const { mail, at } of decideMails(deps, facts, shown)) {
    if (at > now.getTime() || claims.some((claim) => readerOf(claim.mail) === readerOf(mail))) continue;
    const wait = await heldUntil(facts, deps.config, mail);
    if (wait !== null) {
      // Until then it is not due, and still takes up the news.
      mail.dueAt = wait;
      continue;
    }
    try {
      const write = () => writeBookingMail(deps, facts, mail, shown);
      const claim = await claimContent(em, deps, { mail, now, leaseEnds }, write);
      if (claim !== null) claims.push(claim);
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      noteOutcome(deps, mail, 'refused', true, now);
      recordRefusal(facts, mail);
    }
  }
  return claims;
}

async function writeBookingMail(
  deps: ActivityDeps,
  facts: BookingFacts,
  mail: EmailDelivery,
  shown: ConferenceView,
): Promise<RenderedMail> {
  const { booking, host } = facts;
  const hostLine = await hostLineFor(facts, deps.config, mail);
  const rendered = renderBookingMail(composeMail(deps, facts, { mail, shown, hostLine }), renderOptions(deps));
  mail.linkKey = shown.linkKey;
  mail.toldStartsAt = booking.startsAt;
  mail.toldEntry = entryOf(booking, host, shown);
  mail.bringsEntry = rendered.ics?.method === 'REQUEST';
  return rendered;
}

/** The host is shown that a mail did not get through. */
function recordRefusal({ em, booking, now }: BookingFacts, mail: EmailDelivery): void {
  const sentence = says('said.mail_rejected', { reader: mail.recipient });
  recordEvent(em, booking, { at: now, actor: 'system', kind: 'mail_refused', sentence });
}
