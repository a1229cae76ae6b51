import { entryOf, entryUid, numberEntry } from '#commands/bookings/calendar-entry.ts';
import { answerAddress, guestLinks, hostPages, leaveAddress, publicPage } from '#commands/bookings/links.ts';
import { type ConferenceView, PASTED_LINK } from '#commands/bookings/conference-view.ts';
import { replyAddressOf } from '#commands/hosts/contact-address.ts';
import { changeableUntil } from '#domain/change-notice.ts';
import { RECOVERED, TIMELESS } from '#domain/outbox.ts';
import { proposalIn } from '#domain/proposal-mails.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { BookingMail, BookingMailKind, MailContext, ProviderChange } from '#mail/message.ts';
import { mailLocale } from '#mail/texts.ts';
import type { BookingFacts } from '../booking-facts.ts';
import type { ActivityDeps } from '../deps.ts';
import { newestFirst } from './decide-mails.ts';
import { furtherGuestOf, readerOf } from './readers.ts';

export interface Composed {
  readonly mail: EmailDelivery;
  readonly shown: ConferenceView;
  /** The host's own line in it; empty for none. */
  readonly hostLine: string;
}

/** Kinds that end a booking: they take a calendar entry away where one was sent. */
const ENDS = new Set<string>(['cancelled', 'declined', 'expired']);

/** Kinds whose cause the booking's reason is about. */
const TELL_REASON = new Set<string>([
  ...ENDS,
  'rescheduled',
  'pending',
  'proposed',
  'proposal_declined',
  'reschedule_asked',
]);

/** Gathers what one mail says, as the booking is now. */
export function composeMail(deps: ActivityDeps, facts: BookingFacts, { mail, shown, hostLine }: Composed): BookingMail {
  const { booking, host, eventType, lastMove: move } = facts;
  const further = furtherGuestOf(facts, mail);
  const reader = mail.recipient === 'host' ? 'host' : 'guest';
  // Who asked to be forgotten has no page any more; what is due still goes out.
  const guest = mail.recipient === 'guest' && !booking.eraseAskedAt ? guestLinks(deps.config, booking) : null;
  const pages = hostPages(deps.config, booking.id);
  return {
    kind: mail.kind as BookingMailKind,
    reader,
    furtherGuest: further && {
      name: further.name ?? '',
      email: further.email,
      isRemoved: Boolean(further.removedAt),
    },
    booking: {
      id: booking.id,
      uid: entryUid(deps.config, booking.id),
      sequence: numberEntry(booking, entryOf(booking, host, shown)),
      status: booking.status,
      startsAt: booking.startsAt.getTime(),
      endsAt: booking.endsAt.getTime(),
      previousStartsAt: formerTime(facts, mail),
      proposedStartsAt: proposalIn(mail.cause),
      isAgreed: move?.kind === 'proposal_confirmed',
      title: booking.title,
      hostName: host.name,
      hostEmail: host.email,
      hostContact: replyAddressOf(host),
      guestName: booking.guestName,
      guestEmail: booking.guestEmail,
      guestPhone: booking.guestPhone ?? null,
      furtherGuests: facts.furtherGuests
        .filter(({ removedAt }) => !removedAt)
        .map(({ name, email }) => ({ name: name ?? '', email })),
      readerTimeZone: reader === 'guest' ? booking.guestTimeZone : host.timeZone,
      readerLocale: mailLocale(reader, reader === 'guest' ? booking.guestLocale : host.locale),
      readerHourCycle: reader === 'guest' ? booking.guestHourCycle : host.hourCycle,
      writtenAt: facts.now.getTime(),
      answers: booking.answers.map(({ label, value }) => ({ label, value })),
      hostLine,
      by: mail.kind === 'proposal_declined' ? 'host' : (booking.endedBy ?? move?.actor ?? null),
      reason: TELL_REASON.has(mail.kind) ? (booking.reason ?? null) : null,
      reasonBy: booking.reasonBy ?? null,
      bookedBy: booking.bookedBy,
      location: {
        kind: booking.location.kind,
        label: deps.providers.get(booking.location.kind)?.manifest.name ?? booking.location.kind,
        value: booking.location.value ?? null,
        byProvider: deps.providers.get(booking.location.kind) !== undefined,
      },
      joinUrl: shown.joinUrl,
      isLinkPasted: shown.linkKey === PASTED_LINK,
      conferenceStatus: shown.status,
      conferenceProblem: shown.problem,
      providerChange: mail.kind === 'changed_at_provider' ? providerChange(facts, mail) : null,
      requiresConfirmation: booking.requiresConfirmation,
      holdEndsAt: booking.holdEndsAt?.getTime() ?? null,
      changeableUntil: changeableUntil(booking).getTime(),
    },
    links: {
      manage: guest?.manage ?? null,
      bookingPage: reader === 'host' && !host.eraseAskedAt ? pages.booking : null,
      answer: reader === 'host' && !host.eraseAskedAt ? answerAddress(deps.config, booking) : null,
      rebook:
        mail.recipient === 'guest' && !host.eraseAskedAt ? publicPage(deps.config, host.handle, eventType.slug) : null,
      unsubscribe: guest?.unsubscribe ?? null,
      leave: further && !further.removedAt ? leaveAddress(deps.config, further) : null,
      integrations: pages.integrations,
    },
    attachInvite: attachesInvite(deps, facts, mail),
  };
}

/**
 * The last other time that this reader was told of. Of several moves that became one mail, the reader knows none of the
 * times in between.
 */
function formerTime({ booking, mails }: BookingFacts, mailed: EmailDelivery): number | null {
  const told = newestFirst(mails).find(
    (mail) =>
      readerOf(mail) === readerOf(mailed) &&
      mail.state !== 'refused' &&
      mail.toldStartsAt &&
      mail.toldStartsAt.getTime() !== booking.startsAt.getTime(),
  );
  return told?.toldStartsAt?.getTime() ?? null;
}

/**
 * Guests keep the meeting by our file. So does the host until the provider has put an event into the calendar, and
 * after that who has an entry of ours already: it would stay behind when the meeting moves or ends.
 */
function attachesInvite(deps: ActivityDeps, facts: BookingFacts, mail: EmailDelivery): boolean {
  if (mail.kind === 'reschedule_asked') return false;
  if (ENDS.has(mail.kind)) return mayHoldEntry(facts, mail);
  if (mail.recipient !== 'host' || !putsEventInHostCalendar(deps, facts.booking)) return true;
  return facts.meetings.every(({ providerMeetingId }) => !providerMeetingId) || mayHoldEntry(facts, mail);
}

/** Whether this reader may have our file in a calendar: also after a mail whose answer was lost. */
const mayHoldEntry = ({ mails }: BookingFacts, mailed: EmailDelivery): boolean =>
  mails.some(
    (mail) => readerOf(mail) === readerOf(mailed) && mail.bringsEntry && mail.handedOverAt && mail.state !== 'refused',
  );

const putsEventInHostCalendar = ({ providers }: ActivityDeps, { location }: Booking): boolean =>
  providers.get(location.kind)?.manifest.putsEventInHostCalendar === true;

function providerChange({ host, meetings }: BookingFacts, { cause }: EmailDelivery): ProviderChange {
  if (cause.startsWith(RECOVERED)) return { kind: 'recovered' };
  if (cause.startsWith(TIMELESS)) return { kind: 'timeless' };
  const row = meetings
    .filter(({ state }) => state === 'live' || state === 'ended' || state === 'removed_by_host')
    .toSorted((one, other) => one.id.localeCompare(other.id))
    .at(-1);
  if (!row || row.state === 'removed_by_host' || !row.toleratedStartsAt || !row.toleratedEndsAt)
    return { kind: 'removed' };
  const [startsAt, endsAt] = [row.toleratedStartsAt.getTime(), row.toleratedEndsAt.getTime()];
  return { kind: 'moved', startsAt, endsAt, bySettings: host.onProviderMove === 'tell' };
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
