import { PRIORITY } from './plan-types.ts';

/**
 * Signals of a booking's workflow and what the Temporal UI says of them. Ours carry the revision they announce and only
 * say: plan again. `sweep` is the sweep's, so that a repair reads as a repair.
 */
export const BOOKING_SIGNALS = {
  booked: 'A guest booked.',
  confirm: 'Without an argument: confirms the booking, as the operator. With a revision: says that its host has.',
  decline: 'Without an argument: declines the booking, as the operator. With a revision: says that its host has.',
  cancel: 'Without an argument: cancels the booking, as the operator. With a revision: says that it was cancelled.',
  resend:
    'Without an argument: sends the confirmation again, as the operator. With a revision: says that it was asked for.',
  reschedule: 'The booking has a new time, or its host asks the guest for one.',
  expired: 'The hold on the time ran out.',
  completed: 'The meeting is over.',
  providerChanged: 'The provider knows something else of the meeting.',
  linkSet: 'The host pasted a link.',
  guestRemoved: 'The host removed a further guest.',
  erase: 'The guest is to be forgotten.',
  connectionRestored: 'The host connected the provider again.',
  sweep: 'Plan again: a signal or a timer was missed. May be sent at any time.',
} as const;
export type BookingSignal = keyof typeof BOOKING_SIGNALS;

/** Signals that are commands of the operator where they come without an argument. */
const OPERATOR_COMMANDS = ['confirm', 'decline', 'cancel', 'resend'] as const;
export type OperatorCommand = (typeof OPERATOR_COMMANDS)[number];

export const isOperatorCommand = (signal: string): signal is OperatorCommand =>
  OPERATOR_COMMANDS.some((command) => command === signal);

/** Signals of a connection's workflow. Each only says: plan again. */
export const CONNECTION_SIGNALS = ['connected', 'disconnected', 'deauthorized', 'noticed', 'problem', 'sweep'] as const;
export type ConnectionSignal = (typeof CONNECTION_SIGNALS)[number];

/** Signals of a calendar's workflow. Each only says: plan again. */
export const CALENDAR_SIGNALS = ['added', 'check', 'watched', 'stopped', 'sweep'] as const;
export type CalendarSignal = (typeof CALENDAR_SIGNALS)[number];

/** Signals of a webhook's workflow. Each only says: plan again. */
export const WEBHOOK_SIGNALS = ['queued', 'changed', 'deleted', 'sweep'] as const;
export type WebhookSignal = (typeof WEBHOOK_SIGNALS)[number];

/**
 * Which tasks of workflows go first, in the order in which people wait: those of a booking that was just made or changed,
 * those of bookings that the sweep starts again, perhaps a hundred thousand at a time, and those of accounts, webhooks and calendars.
 */
export const WORKFLOW_PRIORITY = {
  booking: PRIORITY.fresh,
  lostBooking: PRIORITY.repeated,
  connection: PRIORITY.usual,
  webhook: PRIORITY.repeated,
  calendar: PRIORITY.background,
} as const;

/** The id under which a booking's workflow runs, every run of it. */
export function bookingWorkflowId(bookingId: string): string {
  return `booking-${bookingId}`;
}

/** The same for a connection. */
export function connectionWorkflowId(connectionId: string): string {
  return `connection-${connectionId}`;
}

/** The same for a calendar. */
export function calendarWorkflowId(calendarId: string): string {
  return `calendar-${calendarId}`;
}

/** The same for a webhook. */
export function webhookWorkflowId(webhookId: string): string {
  return `webhook-${webhookId}`;
}
