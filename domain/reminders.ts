/** A booking's reminders, in epoch milliseconds; an offset is minutes before the start and names its reminder. */
export interface ReminderQuestion {
  readonly startsAt: number;
  readonly offsets: readonly number[];
  /** When the present time was agreed: booked, rescheduled or confirmed. */
  readonly scheduledAt: number;
  readonly now: number;
  /** Offsets already sent for this start. */
  readonly sent: readonly number[];
}

export interface DueReminders {
  /** Offsets to send now; at most one, because of several that are due only the latest still says something. */
  readonly send: readonly number[];
  /** When the next reminder falls due, in epoch milliseconds; null when none is left. */
  readonly nextDueAt: number | null;
}

/**
 * Which reminders are due. One whose time had come when the meeting was agreed is skipped; one that fell due
 * while everything was down is sent late, unless the meeting has begun or a later reminder is due as well.
 */
export function dueReminders({ startsAt, offsets, scheduledAt, now, sent }: ReminderQuestion): DueReminders {
  const dueAt = (offset: number) => startsAt - offset * 60_000;
  const inOrder = [...new Set(offsets)].toSorted((a, b) => b - a);
  const latestDue = inOrder.findLast((offset) => dueAt(offset) <= now);
  const isSendable = (offset: number) => offset === latestDue && dueAt(offset) > scheduledAt && now < startsAt;

  const open = inOrder.filter((offset) => !sent.includes(offset));
  const due = open.filter((offset) => dueAt(offset) <= now);
  const next = open.find((offset) => dueAt(offset) > now && dueAt(offset) > scheduledAt);
  return {
    send: due.filter(isSendable),
    nextDueAt: next === undefined ? null : dueAt(next),
  };
}

/** When the reminders after the one due at `after` fall due, soonest first; all in epoch milliseconds. */
export function laterReminders({ startsAt, offsets }: Pick<ReminderQuestion, 'startsAt' | 'offsets'>, after: number) {
  const dueAts = [...new Set(offsets)].map((offset) => startsAt - offset * 60_000);
  return dueAts.filter((dueAt) => dueAt > after).toSorted((one, other) => one - other);
}
