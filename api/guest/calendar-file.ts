import { z } from 'zod';
import { guestLinks, hostPages } from '#commands/links.ts';
import { loadShown } from '#commands/shown.ts';
import { User } from '#db/entities/user.ts';
import { calendarFile } from '#mail/invitation.ts';
import type { BookingMail } from '#mail/message.ts';
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
    const { deps, em, now, ctx } = call;
    const row = await openToken(call, call.params.token);
    const host = await em.findOneOrFail(User, { id: row.host });
    const shown = await loadShown(em, deps, row);
    const links = guestLinks(deps.config, row);
    const mail: BookingMail = {
      kind: 'confirmed',
      reader: 'guest',
      booking: {
        id: row.id,
        uid: `booking-${row.id}@${deps.config.MAIL_FROM.split('@')[1]}`,
        sequence: row.icsSequence,
        status: row.status,
        startsAt: row.startsAt.getTime(),
        endsAt: row.endsAt.getTime(),
        previousStartsAt: null,
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
        manage: links.manage,
        bookingPage: null,
        rebook: null,
        unsubscribe: null,
        integrations: hostPages(deps.config, row.id).integrations,
      },
      attachInvite: true,
    };
    ctx.set('Content-Disposition', 'attachment; filename="booking.ics"');
    return calendarFile(mail, 'PUBLISH', { now: now.getTime(), from: deps.config.MAIL_FROM });
  },
});
