import type { BookingStatus } from './booking.ts';

/** A thank-you that is later than this says nothing any more, milliseconds. */
const LATEST_MS = 86_400_000;

interface Meeting {
  readonly status: BookingStatus;
  /** Epoch milliseconds. */
  readonly endsAt: number;
  /** How long after its end the host has its guest thanked, in minutes; null = never. */
  readonly followUpMinutes: number | null;
  readonly isNoShow: boolean;
  /** Whether its guest wants no more mails than must be: reminders are off, or everything is to be forgotten. */
  readonly isQuiet: boolean;
}

/** When the mail after a meeting is due, epoch milliseconds; null where none is: only who was there is thanked. */
export function followUpDueAt({ status, endsAt, followUpMinutes, isNoShow, isQuiet }: Meeting): number | null {
  if (status !== 'completed' || followUpMinutes === null || isNoShow || isQuiet) return null;
  return endsAt + followUpMinutes * 60_000;
}

/** Whether it is too late for it: the event type was changed later, or no mail could be sent for days. */
export const isFollowUpTooLate = (dueAt: number, now: number): boolean => now > dueAt + LATEST_MS;
