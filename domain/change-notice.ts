import type { BookingStatus } from './booking.ts';

/**
 * Whether a guest who reschedules or cancels has to say why: not to a host who asks for another time. A reason is given
 * for the change itself, not for the withdrawal of a proposed time.
 */
export const needsReason = (booking: {
  readonly requiresReason: boolean;
  readonly rescheduleAskedAt?: Date | null | undefined;
}): boolean => booking.requiresReason && !booking.rescheduleAskedAt;

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
