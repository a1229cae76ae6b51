import { logIn, logOut, mailLoginLink, readSession, useLoginLink } from './auth/log-in.ts';
import { changePassword, mailPasswordLink, resetPassword } from './auth/passwords.ts';
import { readMailedLink } from './auth/read-link.ts';
import { finishSignUp, signUp } from './auth/sign-up.ts';
import { changeEventType } from './event-types/change-event-type.ts';
import { createEventType } from './event-types/create-event-type.ts';
import { deleteEventType } from './event-types/delete-event-type.ts';
import { duplicateEventType } from './event-types/duplicate-event-type.ts';
import { listEventTypes } from './event-types/list-event-types.ts';
import { listHostSlots } from './event-types/list-slots.ts';
import { readEventType } from './event-types/read-event-type.ts';
import { guestOperations } from './guest/operations.ts';
import { changeMe } from './me/change-me.ts';
import { deleteMe } from './me/delete-me.ts';
import { exportMe } from './me/export.ts';
import { readMe } from './me/read-me.ts';
import { endOtherSessions, endSession, listSessions } from './me/sessions.ts';
import { bookingOperations } from './bookings/operations.ts';
import { healthOperations } from './health/operations.ts';
import { integrationOperations } from './integrations/operations.ts';
import { oauthOperations } from './oauth/operations.ts';
import { webhookOperations } from './webhooks/operations.ts';
import type { Operation } from './operation.ts';
import { changeSchedule } from './schedules/change-schedule.ts';
import { createSchedule } from './schedules/create-schedule.ts';
import { deleteSchedule } from './schedules/delete-schedule.ts';
import { listSchedules } from './schedules/list-schedules.ts';
import { readSchedule } from './schedules/read-schedule.ts';

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
  ...integrationOperations,
  ...bookingOperations,
  ...guestOperations,
  ...oauthOperations,
  ...webhookOperations,
  ...healthOperations,
];
