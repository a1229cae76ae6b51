import { enqueueMail, enqueueMailToFurtherGuest } from '#commands/bookings/enqueue-mail.ts';
import type { ConferenceView } from '#commands/bookings/conference-view.ts';
import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import { PRIORITY, type PriorityKey } from '#workflows/plan-types.ts';
import type { BookingFacts } from '../booking-facts.ts';
import type { ActivityDeps } from '../deps.ts';
import { decideMails } from '../mails/decide-mails.ts';
import { readerOf, readersOf } from '../mails/readers.ts';
import { enqueueFollowUp } from './enqueue-follow-up.ts';
import { enqueueReminders } from './enqueue-reminders.ts';
import type { Wake } from './next-wake.ts';

interface Planned {
  readonly due: boolean;
  readonly priority: PriorityKey;
  readonly isPending: boolean;
  readonly wakes: readonly Wake[];
  /** When reminders are due, and those tried again that a mail server did not take: workers send them, woken by no workflow. */
  readonly reminders: readonly Wake[];
}

/** Kinds that tell a reader the link, where there was one when they were sent. */
const TELLS_LINK = new Set(['confirmed', 'rescheduled', 'link_ready']);

/** Kinds that come by the clock, many at the same time: no reader waits for them. */
const FORESEEN = new Set(['reminder', 'follow_up']);

/** Queues what has become due, and says whether a mail is to be sent now or when the next one is. */
export async function planMails(deps: ActivityDeps, facts: BookingFacts, shown: ConferenceView): Promise<Planned> {
  const { booking, now } = facts;
  const reminders = booking.status === 'confirmed' ? await enqueueReminders(facts) : [];
  if (booking.status === 'confirmed') {
    endLinkWait(facts, shown);
    await enqueueLateLink(facts, shown);
  }
  const followUp = await enqueueFollowUp(facts);
  const turns = decideMails(deps, facts, shown);
  const first = turns.toSorted((one, other) => one.at - other.at)[0];
  const next = first?.at ?? Infinity;
  if (first !== undefined && next > now.getTime()) {
    const areReminders = turns.every(({ mail }) => mail.kind === 'reminder');
    const wakes = areReminders ? reminders : followUp;
    wakes.push({ at: next, reason: `mail: ${first.mail.kind} → ${first.mail.recipient}`, waitsFor: 'mail' });
  }
  const areForeseen = turns.every(({ mail }) => FORESEEN.has(mail.kind));
  const priority = areForeseen ? PRIORITY.usual : PRIORITY.fresh;
  const isPending = turns.length > 0 || followUp.length > 0;
  return { due: next <= now.getTime(), priority, isPending, wakes: followUp, reminders };
}

/** A confirmation waits only for a link that is on its way; once there is one, or there will be none, it goes. */
function endLinkWait({ booking, mails, now }: BookingFacts, shown: ConferenceView): void {
  if (!booking.linkWaitUntil || shown.status === 'pending') return;
  booking.linkWaitUntil = null;
  for (const mail of mails)
    if (mail.kind === 'confirmed' && mail.state === 'queued' && mail.dueAt > now) mail.dueAt = now;
}

/**
 * Mails the link to each reader whose last mail lacked it: once after each such mail, and again where the link was gone
 * meanwhile and came back, which the booking's revision tells.
 */
async function enqueueLateLink(facts: BookingFacts, shown: ConferenceView): Promise<void> {
  if (shown.status !== 'ready' || shown.linkKey === null) return;
  const { em, booking, mails, now } = facts;
  for (const reader of readersOf(facts)) {
    const mine = mails.filter(
      (mail) => readerOf(mail) === readerOf(reader) && TELLS_LINK.has(mail.kind) && mayBeRead(mail),
    );
    const last = mine.toSorted((one, other) => handedOver(one) - handedOver(other)).at(-1);
    if (last === undefined || !last.handedOverAt || last.linkKey === shown.linkKey) continue;
    const late = { kind: 'link_ready', cause: `link-after-${last.id}@${booking.revision}`, now };
    mails.push(
      ...(reader.recipient === 'further_guest'
        ? await enqueueMailToFurtherGuest(em, booking, reader.about, late)
        : await enqueueMail(em, booking, { ...late, to: [reader.recipient] })),
    );
  }
}

const mayBeRead = ({ state }: EmailDelivery): boolean => state !== 'refused' && state !== 'superseded';

/** Those never handed over come last. */
const handedOver = ({ handedOverAt }: EmailDelivery): number => handedOverAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
