import type { BookingStatus } from './booking.ts';

interface Changeable {
  readonly status: BookingStatus;
  readonly startsAt: Date;
  /** How long before the start the guest's last chance is. */
  readonly changeNoticeMinutes: number;
  /** Since when the host asks for another time. */
  readonly rescheduleAskedAt?: Date | null | undefined;
}

/**
 * Until when a guest may reschedule or cancel: at the latest until the meeting begins. A request that its host has not
 * confirmed yet can be changed until then, with any notice; so can a booking whose host asks for another time.
 */
export const changeableUntil = ({ status, startsAt, changeNoticeMinutes, rescheduleAskedAt }: Changeable): Date =>
  status === 'pending' || rescheduleAskedAt ? startsAt : new Date(startsAt.getTime() - changeNoticeMinutes * 60_000);
