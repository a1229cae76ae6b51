import { enqueueMail, releaseConfirmations } from '#commands/bookings/enqueue-mail.ts';
import type { ConferenceView } from '#commands/bookings/conference-view.ts';
import type { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import { PRIORITY, type PriorityKey } from '#workflows/plan-types.ts';
import type { ActivityDeps } from '../deps.ts';
import { decideMails } from '../mails/decide-mails.ts';
import { enqueueReminders } from './enqueue-reminders.ts';
import type { Wake } from './next-wake.ts';

interface Planned {
  readonly due: boolean;
  readonly priority: PriorityKey;
  readonly owed: boolean;
  readonly wakes: readonly Wake[];
}

/** Kinds that tell a reader the link, where there was one when they were sent. */
const TELLS_LINK = new Set(['confirmed', 'rescheduled', 'link_ready']);

/** Queues what has become due, and says whether a mail is to be sent now or when the next one is. */
export async function planMails(
  em: Em,
  deps: ActivityDeps,
  booking: Booking,
  shown: ConferenceView,
  now: Date,
): Promise<Planned> {
  const reminders = booking.status === 'confirmed' ? await enqueueReminders(em, booking, now) : [];
  if (booking.status === 'confirmed') {
    await endLinkWait(em, booking, shown, now);
    await enqueueLateLink(em, booking, shown, now);
  }
  const turns = await decideMails(em, deps, booking, shown, now);
  const first = turns.toSorted((one, other) => one.at - other.at)[0];
  const next = first?.at ?? Infinity;
  const wakes: Wake[] = [...reminders];
  if (first !== undefined && next > now.getTime())
    wakes.push({ at: next, reason: `mail: ${first.mail.kind} → ${first.mail.recipient}`, waitsFor: 'mail' });
  const areReminders = turns.every(({ mail }) => mail.kind === 'reminder');
  const priority = areReminders ? PRIORITY.usual : PRIORITY.fresh;
  return { due: next <= now.getTime(), priority, owed: turns.length > 0, wakes };
}

/** A confirmation waits only for a link that is on its way; once there is one, or there will be none, it goes. */
async function endLinkWait(em: Em, booking: Booking, shown: ConferenceView, now: Date): Promise<void> {
  if (!booking.linkWaitUntil || shown.status === 'pending') return;
  booking.linkWaitUntil = null;
  await releaseConfirmations(em, booking.id, now);
}

/** Mails the link to each reader whose last mail lacked it, once after each such mail. */
async function enqueueLateLink(em: Em, booking: Booking, shown: ConferenceView, now: Date): Promise<void> {
  if (shown.status !== 'ready' || shown.linkKey === null) return;
  const mails = await em.find(
    EmailDelivery,
    { booking: booking.id, kind: { $in: [...TELLS_LINK] }, state: { $in: ['queued', 'claimed', 'sent'] } },
    { orderBy: { handedOverAt: 'asc nulls last' } },
  );
  for (const recipient of ['guest', 'host'] as const) {
    const mine = mails.filter((mail) => mail.recipient === recipient);
    const last = mine.at(-1);
    if (last === undefined || !last.handedOverAt || last.linkKey === shown.linkKey) continue;
    await enqueueMail(em, booking, { kind: 'link_ready', cause: `link-after-${last.id}`, to: [recipient], now });
  }
}
