import { z } from 'zod';
import { askToReschedule } from '#commands/bookings/ask-to-reschedule.ts';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { correctGuest } from '#commands/bookings/correct-guest.ts';
import { declineBooking } from '#commands/bookings/decline-booking.ts';
import { keepNotes, markNoShow } from '#commands/bookings/host-record.ts';
import { removeFurtherGuest } from '#commands/bookings/remove-further-guest.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { resendBooking } from '#commands/bookings/resend-booking.ts';
import { setBookingLink } from '#commands/bookings/set-booking-link.ts';
import { mailboxOf } from '#domain/mailbox.ts';
import { Booking } from '#db/entities/booking.ts';
import { hostOperation, type Operation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { bookForGuestOperation } from './book-for-guest.ts';
import { bookingAction } from './booking-action.ts';
import { bookingsCsv, MOST_ROWS } from './csv.ts';
import { afterCursor, cursorAfter, inView, isAscending, narrowedTo } from './filters.ts';
import { loadBooking, presentBookings } from './present.ts';
import * as schema from './schema.ts';

/** What a host does with the bookings others have made. */
export const bookingOperations: readonly Operation[] = [
  bookForGuestOperation,
  hostOperation({
    method: 'get',
    path: '/api/v1/bookings',
    summary: 'The host’s bookings of one view, page by page',
    query: schema.bookingsQuery,
    success: { status: 200, description: 'One page', schema: schema.bookings },
    handle: async function listBookings({ em, deps, host, query, now }) {
      const ascending = isAscending(query.view);
      const direction = ascending ? 'asc' : 'desc';
      const rows = await em.find(
        Booking,
        { $and: [{ host: host.id }, inView(query.view, now), narrowedTo(query), afterCursor(query.cursor, ascending)] },
        { orderBy: { startsAt: direction, id: direction }, limit: query.limit + 1 },
      );
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      const nextCursor = rows.length > page.length && last !== undefined ? cursorAfter(last) : null;
      return { items: await presentBookings(em, deps, page), nextCursor };
    },
  }),
  hostOperation({
    method: 'get',
    path: '/api/v1/bookings.csv',
    summary: 'The host’s bookings as a spreadsheet, newest first',
    query: schema.csvQuery,
    success: { status: 200, description: 'One booking a line', type: 'text/csv; charset=utf-8', schema: z.string() },
    handle: async function exportBookings({ em, deps, host, query, now, ctx }) {
      const wanted = query.view === undefined ? {} : inView(query.view, now);
      const rows = await em.find(
        Booking,
        { $and: [{ host: host.id }, wanted, narrowedTo(query)] },
        { orderBy: { startsAt: 'desc', id: 'desc' }, limit: MOST_ROWS },
      );
      ctx.set('Content-Disposition', 'attachment; filename="bookings.csv"');
      return bookingsCsv(await presentBookings(em, deps, rows), query.separator);
    },
  }),
  hostOperation({
    method: 'get',
    path: '/api/v1/bookings/:id',
    summary: 'One booking with its timeline',
    params: idParams,
    success: { status: 200, description: 'The booking', schema: schema.hostBooking },
    problems: ['not_found'],
    handle: async function getBooking({ deps, host, params }) {
      return loadBooking(deps, host.id, params.id);
    },
  }),
  bookingAction({
    name: 'confirmBooking',
    path: 'confirm',
    summary: 'Confirm a pending booking, or the new time its guest proposes',
    body: schema.revisionBody,
    run: confirmBooking,
  }),
  bookingAction({
    name: 'declineBooking',
    path: 'decline',
    summary: 'Decline a pending booking, or the new time its guest proposes; that booking keeps its time',
    body: schema.reasonBody,
    run: declineBooking,
  }),
  bookingAction({
    name: 'cancelBooking',
    path: 'cancel',
    summary: 'Cancel a booking',
    body: schema.reasonBody,
    run: (deps, asked) => cancelBooking(deps, { ...asked, actor: 'host' }),
  }),
  bookingAction({
    name: 'rescheduleBooking',
    path: 'reschedule',
    summary: 'Move a booking to another available time',
    body: schema.rescheduleBody,
    problems: ['slot_taken', 'slot_unavailable'],
    isCounted: true,
    run: (deps, { startsAt, ...asked }) =>
      rescheduleBooking(deps, { ...asked, actor: 'host', startsAt: new Date(startsAt) }),
  }),
  hostOperation({
    method: 'delete',
    path: '/api/v1/bookings/:id/guests/:guestId',
    summary: 'Remove a further guest, who is told and loses the calendar entry; the booking stands',
    params: schema.guestParams,
    success: { status: 200, description: 'The booking as it is now', schema: schema.hostBooking },
    problems: ['not_found'],
    handle: async function removeGuestOfBooking({ deps, host, params }) {
      await removeFurtherGuest(deps, { bookingId: params.id, hostId: host.id, guestId: params.guestId });
      return loadBooking(deps, host.id, params.id);
    },
  }),
  bookingAction({
    name: 'resendConfirmation',
    path: 'resend',
    summary: 'Send the confirmation again; a missing meeting is created first',
    body: schema.revisionBody,
    isCounted: true,
    run: resendBooking,
  }),
  bookingAction({
    name: 'setBookingLink',
    method: 'put',
    path: 'link',
    summary: 'Share a meeting link of your own with the guest',
    body: schema.linkBody,
    isCounted: true,
    run: setBookingLink,
  }),
  bookingAction({
    name: 'askToReschedule',
    path: 'ask-to-reschedule',
    summary: 'Ask the guest to pick another time; the booking keeps its time until then',
    body: schema.reasonBody,
    isCounted: true,
    run: askToReschedule,
  }),
  bookingAction({
    name: 'correctGuest',
    method: 'put',
    path: 'guest',
    summary:
      'Correct the guest’s name or address; the confirmation is emailed again, and links sent to a wrong address end',
    body: schema.correctionBody,
    problems: ['rate_limited'],
    isCounted: true,
    run: (deps, asked, ip) =>
      correctGuest(deps, asked, (em) =>
        deps.limits.spendWithin(em, ip, [{ budget: 'bookingByMailbox', whose: mailboxOf(asked.email) }]),
      ),
  }),
  bookingAction({
    name: 'markNoShow',
    method: 'put',
    path: 'no-show',
    summary: 'Note that the guest did not come, once the meeting has begun, or take it back',
    body: schema.noShowBody,
    run: markNoShow,
  }),
  bookingAction({
    name: 'keepBookingNotes',
    method: 'put',
    path: 'notes',
    summary: 'Keep private notes about a booking; guests never see them',
    body: schema.notesBody,
    run: keepNotes,
  }),
];
