import { logIn, logOut, mailLoginLink, readSession, useLoginLink } from './auth/log-in.ts';
import { changePassword, mailPasswordLink, resetPassword } from './auth/passwords.ts';
import { readMailedLink } from './auth/read-link.ts';
import { finishSignUp, signUp } from './auth/sign-up.ts';
import { cancelByHost } from './bookings/cancel.ts';
import { confirm } from './bookings/confirm.ts';
import { decline } from './bookings/decline.ts';
import { exportBookings } from './bookings/export-bookings.ts';
import { listBookings } from './bookings/list-bookings.ts';
import { readBooking } from './bookings/read-booking.ts';
import { rescheduleByHost } from './bookings/reschedule.ts';
import { resend } from './bookings/resend.ts';
import { setLink } from './bookings/set-link.ts';
import { changeEventType } from './event-types/change-event-type.ts';
import { createEventType } from './event-types/create-event-type.ts';
import { deleteEventType } from './event-types/delete-event-type.ts';
import { duplicateEventType } from './event-types/duplicate-event-type.ts';
import { listEventTypes } from './event-types/list-event-types.ts';
import { listHostSlots } from './event-types/list-slots.ts';
import { readEventType } from './event-types/read-event-type.ts';
import { guestOperations } from './guest/operations.ts';
import { healthz, readMetrics, readyz } from './health/operations.ts';
import { connect } from './integrations/connect.ts';
import { askForLinks } from './integrations/create-missing-links.ts';
import { disconnectProvider } from './integrations/disconnect.ts';
import { listIntegrations } from './integrations/list-integrations.ts';
import { readAttempt } from './integrations/read-attempt.ts';
import { changeMe } from './me/change-me.ts';
import { deleteMe } from './me/delete-me.ts';
import { exportMe } from './me/export.ts';
import { readMe } from './me/read-me.ts';
import { endOtherSessions, endSession, listSessions } from './me/sessions.ts';
import { oauthCallback } from './oauth/callback.ts';
import type { Operation } from './operation.ts';
import { changeSchedule } from './schedules/change-schedule.ts';
import { createSchedule } from './schedules/create-schedule.ts';
import { deleteSchedule } from './schedules/delete-schedule.ts';
import { listSchedules } from './schedules/list-schedules.ts';
import { readSchedule } from './schedules/read-schedule.ts';
import { receiveWebhook } from './webhooks/receive.ts';

/**
 * Every operation of the HTTP surface: the router and the OpenAPI document are made from this one list. Fixed segments
 * come before parameters (`bookings/:token` before `:handle/:slug`; `bookings` is no handle).
 */
export const operations: readonly Operation[] = [
  signUp,
  finishSignUp,
  logIn,
  mailLoginLink,
  useLoginLink,
  readMailedLink,
  readSession,
  logOut,
  mailPasswordLink,
  resetPassword,
  changePassword,
  readMe,
  changeMe,
  exportMe,
  deleteMe,
  listSessions,
  endOtherSessions,
  endSession,
  listSchedules,
  createSchedule,
  readSchedule,
  changeSchedule,
  deleteSchedule,
  listEventTypes,
  createEventType,
  readEventType,
  changeEventType,
  deleteEventType,
  duplicateEventType,
  listHostSlots,
  listIntegrations,
  readAttempt,
  connect,
  askForLinks,
  disconnectProvider,
  listBookings,
  exportBookings,
  readBooking,
  confirm,
  decline,
  cancelByHost,
  rescheduleByHost,
  resend,
  setLink,
  ...guestOperations,
  oauthCallback,
  receiveWebhook,
  healthz,
  readyz,
  readMetrics,
];
