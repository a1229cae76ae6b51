import { numberCalendarFile } from '#commands/bookings/calendar-entry.ts';
import { PASTED_LINK } from '#commands/bookings/conference-view.ts';
import { guestLinks, hostPages } from '#commands/bookings/links.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { calendarFile } from '#mail/invitation.ts';
import type { BookingMail } from '#mail/message.ts';
import type { ApiDeps } from '../deps.ts';
import { locationName } from '../shared/location-name.ts';

/** The booking as a calendar file for its guest, numbered so that calendars take each change of it. */
export async function guestCalendarFile(em: Em, deps: ApiDeps, bookingId: string): Promise<string> {
  const numbered = await numberCalendarFile(deps, { bookingId });
  const host = await em.findOneOrFail(User, { id: numbered.booking.host });
  return calendarFile(describe(deps, host, numbered), 'PUBLISH', {
    now: deps.now().getTime(),
    from: deps.config.MAIL_FROM,
  });
}

type Numbered = Awaited<ReturnType<typeof numberCalendarFile>>;

/** The booking as its guest's calendar file tells it. */
function describe(deps: ApiDeps, host: User, { booking: row, conference, sequence }: Numbered): BookingMail {
  return {
    kind: 'confirmed',
    reader: 'guest',
    booking: {
      id: row.id,
      uid: `booking-${row.id}@${deps.config.MAIL_FROM.split('@')[1]}`,
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
      guestName: row.guestName,
      guestEmail: row.guestEmail,
      readerTimeZone: row.guestTimeZone,
      readerClock: row.guestClock,
      answers: [],
      by: null,
      reason: null,
      location: {
        kind: row.location.kind,
        label: locationName(row.location.kind, deps.providers),
        value: row.location.value ?? null,
        byProvider: deps.providers.get(row.location.kind) !== undefined,
      },
      joinUrl: conference.joinUrl,
      isLinkPasted: conference.linkKey === PASTED_LINK,
      conferenceStatus: conference.status,
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
