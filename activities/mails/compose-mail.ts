import { entryOf, numberEntry } from '#commands/bookings/calendar-entry.ts';
import { guestLinks, hostPages, publicPage } from '#commands/bookings/links.ts';
import { type ConferenceView, PASTED_LINK } from '#commands/bookings/conference-view.ts';
import { RECOVERED, TIMELESS } from '#domain/outbox.ts';
import { proposalIn } from '#domain/proposal-mails.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import type { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { EventType } from '#db/entities/event-type.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import type { BookingMail, BookingMailKind, MailContext, ProviderChange } from '#mail/message.ts';
import type { ActivityDeps } from '../deps.ts';

export interface Composed {
  readonly mail: EmailDelivery;
  readonly booking: Booking;
  readonly shown: ConferenceView;
}

/** Kinds that end a booking: they take a calendar entry away where one was sent. */
const ENDS = new Set<string>(['cancelled', 'declined', 'expired']);

/** Gathers what one mail says, as the booking is now. */
export async function composeMail(em: Em, deps: ActivityDeps, composed: Composed): Promise<BookingMail> {
  const { mail, booking, shown } = composed;
  const host = await em.findOneOrFail(User, { id: booking.host });
  const eventType = await em.findOneOrFail(EventType, { id: booking.eventType });
  const reader = mail.recipient;
  // Who asked to be forgotten has no page any more; what is owed still goes out.
  const guest = reader === 'guest' && !booking.eraseAskedAt ? guestLinks(deps.config, booking) : null;
  const pages = hostPages(deps.config, booking.id);
  const move = await lastMove(em, booking.id);
  return {
    kind: mail.kind as BookingMailKind,
    reader,
    booking: {
      id: booking.id,
      uid: `booking-${booking.id}@${domainOf(deps.config.MAIL_FROM)}`,
      sequence: numberEntry(booking, await entryOf(em, booking, shown)),
      status: booking.status,
      startsAt: booking.startsAt.getTime(),
      endsAt: booking.endsAt.getTime(),
      previousStartsAt: await formerTime(em, mail, booking),
      proposedStartsAt: proposalIn(mail.cause),
      isAgreed: move?.kind === 'proposal_confirmed',
      title: booking.title,
      hostName: host.name,
      hostEmail: host.email,
      guestName: booking.guestName,
      guestEmail: booking.guestEmail,
      readerTimeZone: reader === 'guest' ? booking.guestTimeZone : host.timeZone,
      readerClock: reader === 'guest' ? booking.guestClock : '24h',
      answers: booking.answers.map(({ label, value }) => ({ label, value: inWords(value) })),
      by: mail.kind === 'proposal_declined' ? 'host' : (booking.endedBy ?? move?.actor ?? null),
      reason: booking.status !== 'confirmed' || mail.kind === 'proposal_declined' ? (booking.reason ?? null) : null,
      location: {
        kind: booking.location.kind,
        label: labelOf(deps, booking.location.kind),
        value: booking.location.value ?? null,
        byProvider: deps.providers.get(booking.location.kind) !== undefined,
      },
      joinUrl: shown.joinUrl,
      isLinkPasted: shown.linkKey === PASTED_LINK,
      conferenceStatus: shown.status,
      conferenceProblem: shown.problem,
      providerChange: mail.kind === 'changed_at_provider' ? await providerChange(em, mail, host) : null,
      requiresConfirmation: booking.requiresConfirmation,
      holdEndsAt: booking.holdEndsAt?.getTime() ?? null,
    },
    links: {
      manage: guest?.manage ?? null,
      bookingPage: reader === 'host' && !host.eraseAskedAt ? pages.booking : null,
      rebook: reader === 'guest' && !host.eraseAskedAt ? publicPage(deps.config, host.handle, eventType.slug) : null,
      unsubscribe: guest?.unsubscribe ?? null,
      integrations: pages.integrations,
    },
    attachInvite: await attachesInvite(em, deps, composed),
  };
}

/**
 * The last other time that this reader was told of. Of several moves that became one mail, the reader knows none of the
 * times in between.
 */
async function formerTime(em: Em, { recipient }: EmailDelivery, { id, startsAt }: Booking): Promise<number | null> {
  const [told] = await em.find(
    EmailDelivery,
    { booking: id, recipient, state: { $ne: 'refused' }, toldStartsAt: { $ne: startsAt } },
    { orderBy: { handedOverAt: 'desc' }, limit: 1 },
  );
  return told?.toldStartsAt?.getTime() ?? null;
}

/** What gave a booking that stands its present time; null while it was never moved. */
async function lastMove(em: Em, bookingId: string): Promise<BookingEvent | null> {
  const [move] = await em.find(
    BookingEvent,
    { booking: bookingId, kind: { $in: ['rescheduled', 'proposal_confirmed'] } },
    { orderBy: { revision: 'desc', id: 'desc' }, limit: 1 },
  );
  return move ?? null;
}

/**
 * The guest keeps the meeting by our file. So does the host until the provider has put an event into the calendar, and
 * after that who has an entry of ours already: it would stay behind when the meeting moves or ends.
 */
async function attachesInvite(em: Em, deps: ActivityDeps, { mail, booking }: Composed): Promise<boolean> {
  if (ENDS.has(mail.kind)) return mayHoldEntry(em, mail);
  if (mail.recipient === 'guest' || !putsEventInHostCalendar(deps, booking)) return true;
  if ((await em.count(Conference, { booking: booking.id, providerMeetingId: { $ne: null } })) === 0) return true;
  return mayHoldEntry(em, mail);
}

/** Whether this reader may have our file in a calendar: also after a mail whose answer was lost. */
async function mayHoldEntry(em: Em, { booking, recipient }: EmailDelivery): Promise<boolean> {
  const brought = { bringsEntry: true, handedOverAt: { $ne: null }, state: { $ne: 'refused' as const } };
  return (await em.count(EmailDelivery, { booking: booking ?? null, recipient, ...brought })) > 0;
}

const putsEventInHostCalendar = ({ providers }: ActivityDeps, { location }: Booking): boolean =>
  providers.get(location.kind)?.manifest.putsEventInHostCalendar === true;

async function providerChange(em: Em, mail: EmailDelivery, host: User): Promise<ProviderChange> {
  if (mail.cause.startsWith(RECOVERED)) return { kind: 'recovered' };
  if (mail.cause.startsWith(TIMELESS)) return { kind: 'timeless' };
  const row = await em.findOne(
    Conference,
    { booking: mail.about, state: { $in: ['live', 'removed_by_host'] } },
    { orderBy: { id: 'desc' } },
  );
  if (row?.state !== 'live' || !row.toleratedStartsAt || !row.toleratedEndsAt) return { kind: 'removed' };
  const [startsAt, endsAt] = [row.toleratedStartsAt.getTime(), row.toleratedEndsAt.getTime()];
  return { kind: 'moved', startsAt, endsAt, bySettings: host.onProviderMove === 'tell' };
}

const PLACES: Readonly<Record<string, string>> = { link: 'Online', phone: 'Phone', in_person: 'In person' };

function labelOf(deps: ActivityDeps, kind: string): string {
  return deps.providers.get(kind)?.manifest.name ?? PLACES[kind] ?? kind;
}

function inWords(value: string | boolean): string {
  if (typeof value === 'string') return value;
  return value ? 'Yes' : 'No';
}

export function renderOptions(deps: ActivityDeps): MailContext {
  return {
    now: deps.now().getTime(),
    from: deps.config.MAIL_FROM,
    supportEmail: deps.config.SUPPORT_EMAIL,
    publicUrl: deps.config.PUBLIC_URL,
  };
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
