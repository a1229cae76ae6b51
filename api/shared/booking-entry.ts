import { entryUid } from '#commands/bookings/calendar-entry.ts';
import { type ConferenceView, PASTED_LINK } from '#commands/bookings/conference-view.ts';
import { guestLinks, hostPages } from '#commands/bookings/links.ts';
import { replyAddressOf } from '#commands/hosts/contact-address.ts';
import { changeableUntil } from '#domain/change-notice.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { User } from '#db/entities/user.ts';
import type { BookingMail, Reader } from '#mail/message.ts';
import { mailLocale } from '#mail/texts.ts';
import type { ApiDeps } from '../deps.ts';
import { locationName } from './location-name.ts';

interface Entry {
  readonly booking: Booking;
  readonly conference: ConferenceView;
  readonly host: User;
  readonly reader: Reader;
  /** SEQUENCE of the calendar file. */
  readonly sequence: number;
}

/** The booking as a calendar file tells it to one of its two sides. */
export function describeEntry(deps: ApiDeps, { booking: row, conference, host, reader, sequence }: Entry): BookingMail {
  const { config, providers } = deps;
  const pages = hostPages(config, row.id);
  const isGuest = reader === 'guest';
  return {
    kind: 'confirmed',
    reader,
    furtherGuest: null,
    booking: {
      id: row.id,
      uid: entryUid(config, row.id),
      sequence,
      status: row.status,
      startsAt: row.startsAt.getTime(),
      endsAt: row.endsAt.getTime(),
      previousStartsAt: null,
      proposedStartsAt: null,
      isAgreed: false,
      title: row.title,
      hostName: host.name,
      hostEmail: host.email,
      hostContact: replyAddressOf(host),
      guestName: row.guestName,
      guestEmail: row.guestEmail,
      furtherGuests: [],
      guestPhone: row.guestPhone ?? null,
      readerTimeZone: isGuest ? row.guestTimeZone : host.timeZone,
      readerLocale: mailLocale(reader, isGuest ? row.guestLocale : host.locale),
      readerHourCycle: isGuest ? row.guestHourCycle : host.hourCycle,
      writtenAt: deps.now().getTime(),
      answers: [],
      hostLine: '',
      by: null,
      reason: null,
      reasonBy: null,
      bookedBy: row.bookedBy,
      location: {
        kind: row.location.kind,
        label: locationName(row.location.kind, providers),
        value: row.location.value ?? null,
        byProvider: providers.get(row.location.kind) !== undefined,
      },
      joinUrl: conference.joinUrl,
      isLinkPasted: conference.linkKey === PASTED_LINK,
      conferenceStatus: conference.status,
      conferenceProblem: null,
      providerChange: null,
      requiresConfirmation: row.requiresConfirmation,
      holdEndsAt: row.holdEndsAt?.getTime() ?? null,
      changeableUntil: changeableUntil(row).getTime(),
    },
    links: {
      manage: isGuest ? guestLinks(config, row).manage : null,
      bookingPage: isGuest ? null : pages.booking,
      answer: null,
      rebook: null,
      unsubscribe: null,
      leave: null,
      integrations: pages.integrations,
    },
    attachInvite: true,
  };
}
