import { LockMode } from '@mikro-orm/postgresql';
import { entryOf, numberEntry } from '#commands/bookings/calendar-entry.ts';
import { guestLinks, hostPages } from '#commands/bookings/links.ts';
import { loadConferenceView } from '#commands/bookings/conference-view.ts';
import { Booking } from '#db/entities/booking.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { calendarFile } from '#mail/invitation.ts';
import type { BookingMail } from '#mail/message.ts';
import type { ApiDeps } from '../deps.ts';
import { placeLabel } from '../shared/places.ts';

/** The booking as a calendar file for its guest, numbered so that calendars take each change of it. */
export function guestCalendarFile(deps: ApiDeps, bookingId: string): Promise<string> {
  return deps.orm.em.fork().transactional(async (em) => {
    const booking = await em.findOneOrFail(Booking, { id: bookingId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    return calendarFile(await describe(em, deps, booking), 'PUBLISH', {
      now: deps.now().getTime(),
      from: deps.config.MAIL_FROM,
    });
  });
}

/** The booking as its guest's calendar file tells it. To be called with the booking locked. */
async function describe(em: Em, deps: ApiDeps, row: Booking): Promise<BookingMail> {
  const host = await em.findOneOrFail(User, { id: row.host });
  const shown = await loadConferenceView(em, deps, row);
  return {
    kind: 'confirmed',
    reader: 'guest',
    booking: {
      id: row.id,
      uid: `booking-${row.id}@${deps.config.MAIL_FROM.split('@')[1]}`,
      sequence: numberEntry(row, await entryOf(em, row, shown)),
      status: row.status,
      startsAt: row.startsAt.getTime(),
      endsAt: row.endsAt.getTime(),
      previousStartsAt: null,
      proposedStartsAt: null,
      isAgreed: false,
      title: row.title,
      hostName: host.name,
      hostEmail: host.email,
      guestName: row.guestName,
      guestEmail: row.guestEmail,
      readerTimeZone: row.guestTimeZone,
      answers: [],
      by: null,
      reason: null,
      location: {
        kind: row.location.kind,
        label: placeLabel(row.location.kind, deps.providers),
        value: row.location.value ?? null,
        byProvider: deps.providers.get(row.location.kind) !== undefined,
      },
      joinUrl: shown.joinUrl,
      conferenceStatus: shown.status,
      conferenceProblem: null,
      providerChange: null,
      requiresConfirmation: row.requiresConfirmation,
      holdEndsAt: row.holdEndsAt?.getTime() ?? null,
    },
    links: {
      manage: guestLinks(deps.config, row).manage,
      bookingPage: null,
      rebook: null,
      unsubscribe: null,
      integrations: hostPages(deps.config, row.id).integrations,
    },
    attachInvite: true,
  };
}
