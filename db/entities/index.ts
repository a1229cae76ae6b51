import { ApiKey } from './api-key.ts';
import { AuthAccount, Session, Verification } from './auth.ts';
import { BookingEvent } from './booking-event.ts';
import { BookingLink } from './booking-link.ts';
import { Booking } from './booking.ts';
import { CalendarFeed } from './calendar-feed.ts';
import { BusyTime, Calendar } from './calendar.ts';
import { Conference } from './conference.ts';
import { CallSlot, Connection, ConnectionTokens } from './connection.ts';
import { DueBooking } from './due-booking.ts';
import { EmailDelivery } from './email-delivery.ts';
import { EventType } from './event-type.ts';
import { FormerHandle } from './former-handle.ts';
import { FurtherGuest } from './further-guest.ts';
import { HostPhoto } from './host-photo.ts';
import { IdempotencyKey } from './idempotency-key.ts';
import { InboxNotification } from './inbox-notification.ts';
import { OauthAttempt } from './oauth-attempt.ts';
import { Subscription } from './subscription.ts';
import { RateLimit } from './rate-limit.ts';
import { Schedule } from './schedule.ts';
import { BackupCode, TwoFactor } from './two-factor.ts';
import { User } from './user.ts';
import { Webhook, WebhookDelivery } from './webhook.ts';

/** Every table of ours, explicitly. */
export const entities = [
  User,
  Session,
  AuthAccount,
  Verification,
  TwoFactor,
  BackupCode,
  ApiKey,
  CalendarFeed,
  Schedule,
  EventType,
  FormerHandle,
  HostPhoto,
  Booking,
  DueBooking,
  BookingEvent,
  BookingLink,
  FurtherGuest,
  Connection,
  ConnectionTokens,
  CallSlot,
  Conference,
  Calendar,
  BusyTime,
  Webhook,
  WebhookDelivery,
  EmailDelivery,
  OauthAttempt,
  InboxNotification,
  Subscription,
  IdempotencyKey,
  RateLimit,
];
