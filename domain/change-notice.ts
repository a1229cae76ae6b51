import type { BookingStatus } from './booking.ts';

interface Changeable {
  readonly status: BookingStatus;
  readonly startsAt: Date;
  /** How long before the start the guest's last chance is. */
  readonly changeNoticeMinutes: number;
}

/**
 * Until when a guest may reschedule or cancel: at the latest until the meeting begins. A request that its host has not
 * confirmed yet can be changed until then, with any notice.
 */
export const changeableUntil = ({ status, startsAt, changeNoticeMinutes }: Changeable): Date =>
  status === 'pending' ? startsAt : new Date(startsAt.getTime() - changeNoticeMinutes * 60_000);
