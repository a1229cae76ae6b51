import { apiKeyOperations } from './api-keys/operations.ts';
import { logIn, logOut, mailLoginLink, readSession, useLoginLink } from './auth/log-in.ts';
import { changePassword, mailPasswordLink, resetPassword } from './auth/passwords.ts';
import { followLogin, listLoginProviders, startLogin } from './auth/log-in-with.ts';
import { readMailedLink } from './auth/read-link.ts';
import { finishLogin } from './auth/second-step.ts';
import { finishSignUp, signUp } from './auth/sign-up.ts';
import { bookingOperations } from './bookings/operations.ts';
import { calendarFeedOperations } from './calendar-feed/operations.ts';
import { calendarOperations } from './calendars/operations.ts';
import { bookingLinkOperations } from './event-types/links.ts';
import { eventTypeOperations } from './event-types/operations.ts';
import { guestOperations } from './guest/operations.ts';
import { healthOperations } from './health/operations.ts';
import { holidayOperations } from './holidays/operations.ts';
import { integrationOperations } from './integrations/operations.ts';
import { contactAddressOperations } from './me/contact-address.ts';
import { meOperations } from './me/operations.ts';
import { photoOperations } from './me/photo.ts';
import { loginOperations } from './me/logins.ts';
import { endOtherSessions, endSession, listSessions } from './me/sessions.ts';
import { twoFactorOperations } from './me/two-factor.ts';
import { notificationOperations } from './notifications/operations.ts';
import { oauthOperations } from './oauth/operations.ts';
import type { Operation } from './operation.ts';
import { scheduleOperations } from './schedules/operations.ts';
import { webhookOperations } from './webhooks/operations.ts';

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
  finishLogin,
  listLoginProviders,
  startLogin,
  followLogin,
  readMailedLink,
  readSession,
  logOut,
  mailPasswordLink,
  resetPassword,
  changePassword,
  ...meOperations,
  ...photoOperations,
  ...contactAddressOperations,
  listSessions,
  endOtherSessions,
  endSession,
  ...loginOperations,
  ...twoFactorOperations,
  ...apiKeyOperations,
  ...calendarFeedOperations,
  ...holidayOperations,
  ...scheduleOperations,
  ...calendarOperations,
  ...eventTypeOperations,
  ...bookingLinkOperations,
  ...integrationOperations,
  ...webhookOperations,
  ...bookingOperations,
  ...guestOperations,
  ...oauthOperations,
  ...notificationOperations,
  ...healthOperations,
];
