import { z } from 'zod';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { findFurtherGuestByToken } from '#commands/bookings/further-guest-token.ts';
import { leaveBooking } from '#commands/bookings/leave-booking.ts';
import { eraseGuest } from '#commands/privacy/erase-guest.ts';
import { exportGuest } from '#commands/privacy/export-guest.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { unsubscribeReminders } from '#commands/bookings/unsubscribe-reminders.ts';
import { says } from '#messages/says.ts';
import { type Operation, openOperation } from '../operation.ts';
import { invalid, Problem } from '../problem.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { guestCalendarFile } from './calendar-file.ts';
import { findHost, findOffered, listPublic, openToken } from './find-public.ts';
import { listSlots } from './list-slots.ts';
import { loadForGuest, presentPublicHost, presentPublicType, presentToGuest } from './present.ts';
import * as schema from './schema.ts';
import { takeBooking } from './take-booking.ts';

const CHANGED = { status: 200, description: 'The booking as it is now', schema: schema.guestBooking } as const;

/** What guests do, without a login: by the token of their booking, or on the page of a host. */
export const guestOperations: readonly Operation[] = [
  openOperation({
    method: 'get',
    path: '/api/v1/public/bookings/:token',
    summary: 'A guest’s booking; reading it changes nothing',
    params: schema.tokenParams,
    success: { status: 200, description: 'The booking', schema: schema.guestBooking },
    problems: ['not_found'],
    handle: async function getGuestBooking(call) {
      return presentToGuest(call.em, call.deps, await openToken(call, call.params.token));
    },
  }),
  openOperation({
    method: 'post',
    path: '/api/v1/public/bookings/:token/reschedule',
    summary:
      'Move the booking to another available time, or propose that time where the host confirms; choosing the booked time withdraws the proposal',
    params: schema.tokenParams,
    body: schema.guestReschedule,
    success: CHANGED,
    problems: [
      'not_found',
      'slot_taken',
      'slot_unavailable',
      'invalid_transition',
      'too_late_to_change',
      'stale',
      'rate_limited',
    ],
    handle: async function rescheduleGuestBooking(call) {
      const { id } = await openToken(call, call.params.token);
      await call.deps.limits.spend('changeOfBooking', id);
      const { startsAt, ...others } = withoutUndefined(call.body);
      await rescheduleBooking(call.deps, { bookingId: id, actor: 'guest', startsAt: new Date(startsAt), ...others });
      return loadForGuest(call.deps, id);
    },
  }),
  openOperation({
    method: 'post',
    path: '/api/v1/public/bookings/:token/cancel',
    summary: 'Cancel the booking',
    params: schema.tokenParams,
    body: schema.guestCancel,
    success: CHANGED,
    problems: ['not_found', 'invalid_transition', 'too_late_to_change', 'stale'],
    handle: async function cancelGuestBooking(call) {
      const { id } = await openToken(call, call.params.token);
      await cancelBooking(call.deps, { bookingId: id, actor: 'guest', ...withoutUndefined(call.body) });
      return loadForGuest(call.deps, id);
    },
  }),
  openOperation({
    method: 'post',
    path: '/api/v1/public/bookings/:token/unsubscribe',
    summary: 'Stop the reminders of this booking (also the one-click target of mail programs, RFC 8058)',
    params: schema.tokenParams,
    success: CHANGED,
    problems: ['not_found'],
    handle: async function unsubscribeFromReminders(call) {
      const { id } = await openToken(call, call.params.token);
      await unsubscribeReminders(call.deps, { bookingId: id });
      return loadForGuest(call.deps, id);
    },
  }),
  openOperation({
    method: 'post',
    path: '/api/v1/public/guests/:token/leave',
    summary:
      'A further guest leaves a booking: their data is erased and no more mails come (also the one-click target of mail programs, RFC 8058)',
    params: schema.tokenParams,
    success: { status: 200, description: 'Nothing of them is kept', schema: schema.left },
    problems: ['not_found'],
    handle: async function leaveAsFurtherGuest({ em, deps, params }) {
      const guest = await findFurtherGuestByToken(em, deps.config, params.token);
      if (guest === null) throw new Problem('not_found');
      await leaveBooking(deps, guest);
      return { left: true as const };
    },
  }),
  openOperation({
    method: 'post',
    path: '/api/v1/public/bookings/:token/export',
    summary: 'Everything we store about the guest’s booking',
    params: schema.tokenParams,
    success: {
      status: 200,
      description: 'The booking, its timeline and its mails, as stored',
      schema: schema.guestExport,
    },
    problems: ['not_found', 'rate_limited'],
    handle: async function exportGuestData(call) {
      const { id } = await openToken(call, call.params.token);
      await call.deps.limits.spend('export', id);
      // A form without script leads here too: the browser saves the answer as a file.
      call.ctx.attachment('booking.json');
      return exportGuest(call.deps, { bookingId: id });
    },
  }),
  openOperation({
    method: 'post',
    path: '/api/v1/public/bookings/:token/erase',
    summary: 'Erase the guest’s data; an upcoming booking is cancelled, and its link stops working at once',
    params: schema.tokenParams,
    success: {
      status: 200,
      description: 'Erased, or erased as soon as the cancellation is mailed',
      schema: schema.erased,
    },
    problems: ['not_found'],
    handle: async function eraseGuestData(call) {
      const { id } = await openToken(call, call.params.token);
      await eraseGuest(call.deps, { bookingId: id });
      return { erased: true as const };
    },
  }),
  openOperation({
    method: 'get',
    path: '/api/v1/public/bookings/:token/calendar.ics',
    summary: 'The booking as a calendar file',
    params: schema.tokenParams,
    success: {
      status: 200,
      description: 'iCalendar',
      type: 'text/calendar; charset=utf-8; method=PUBLISH',
      schema: z.string(),
    },
    problems: ['not_found'],
    handle: async function downloadCalendarFile(call) {
      const { id } = await openToken(call, call.params.token);
      const file = await guestCalendarFile(call.em, call.deps, id);
      call.ctx.set('Content-Disposition', 'attachment; filename="booking.ics"');
      return file;
    },
  }),
  openOperation({
    method: 'get',
    path: '/api/v1/public/:handle',
    summary: 'A host and the event types on their page',
    params: schema.handleParams,
    success: { status: 200, description: 'The host', schema: schema.publicHost },
    problems: ['not_found'],
    handle: async function getPublicHost({ deps, em, params }) {
      const host = await findHost(em, params.handle);
      return presentPublicHost(host, await listPublic(em, host), deps.providers);
    },
  }),
  openOperation({
    method: 'get',
    path: '/api/v1/public/:handle/:slug',
    summary: 'One event type and the questions of its booking form',
    params: schema.pageParams,
    success: { status: 200, description: 'The event type', schema: schema.publicEventType },
    problems: ['not_found', 'link_expired'],
    handle: async function getPublicEventType(call) {
      const { host, eventType } = await findOffered(call, call.params.handle, call.params.slug);
      return presentPublicType(host, eventType, call.deps.providers);
    },
  }),
  listSlots,
  openOperation({
    method: 'post',
    path: '/api/v1/public/:handle/:slug/bookings',
    summary: 'Book an available time',
    params: schema.pageParams,
    headers: schema.bookingHeaders,
    body: schema.bookingRequest,
    success: { status: 201, description: 'The booking, with the guest’s own link', schema: schema.guestBooking },
    problems: [
      'not_found',
      'slot_taken',
      'slot_unavailable',
      'link_expired',
      'person_unconfirmed',
      'idempotency_mismatch',
      'rate_limited',
    ],
    handle: async function createBooking(call) {
      const key = schema.bookingHeaders.safeParse(call.ctx.headers);
      if (!key.success) throw invalid('/Idempotency-Key', says('said.key_length'));
      return takeBooking(call, call.body, key.data['idempotency-key']);
    },
  }),
];
