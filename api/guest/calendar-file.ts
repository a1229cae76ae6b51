import { LockMode } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { entryOf, numberEntry } from '#commands/calendar-entry.ts';
import { guestLinks, hostPages } from '#commands/links.ts';
import { loadShown } from '#commands/shown.ts';
import { Booking } from '#db/entities/booking.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { calendarFile } from '#mail/invitation.ts';
import type { BookingMail } from '#mail/message.ts';
import type { ApiDeps } from '../deps.ts';
import { openOperation } from '../operation.ts';
import { openToken } from './open-token.ts';
import { tokenParams } from './schema.ts';
import { placeLabel } from '../shared/places.ts';

export const downloadCalendarFile = openOperation({
  method: 'get',
  path: '/api/v1/public/bookings/:token/calendar.ics',
  name: 'downloadCalendarFile',
  summary: 'The booking as a calendar file',
  params: tokenParams,
  success: {
    status: 200,
    description: 'iCalendar',
    type: 'text/calendar; charset=utf-8; method=PUBLISH',
    schema: z.string(),
  },
  problems: ['not_found'],
  async handle(call) {
    const { deps, now, ctx } = call;
    const { id } = await openToken(call, call.params.token);
    const file = await deps.orm.em.fork().transactional(async (em) => {
      const booking = await em.findOneOrFail(Booking, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      return calendarFile(await describe(em, deps, booking), 'PUBLISH', {
        now: now.getTime(),
        from: deps.config.MAIL_FROM,
      });
    });
    ctx.set('Content-Disposition', 'attachment; filename="booking.ics"');
    return file;
  },
});

/** The booking as its guest's calendar file tells it. To be called with the booking locked. */
async function describe(em: Em, deps: ApiDeps, row: Booking): Promise<BookingMail> {
  const host = await em.findOneOrFail(User, { id: row.host });
  const shown = await loadShown(em, deps, row);
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
