import { type Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';
import { describeError, log } from '#log';
import { withTimeout } from '#timeout';
import {
  type BookingSignal,
  bookingWorkflowId,
  type CalendarSignal,
  CALENDAR_PRIORITY,
  calendarWorkflowId,
  type ConnectionSignal,
  connectionWorkflowId,
} from '#workflows/signals.ts';
import { BOOKINGS_QUEUE } from '#workflows/task-queues.ts';

/** A change that a signal announces: its revision, and what to do once Temporal has taken the signal. */
export interface Announced {
  readonly revision: number;
  /** Shown of the workflow in the Temporal UI from its start on; ids, states and times only. */
  readonly shown?: { readonly summary: string; readonly details: string } | undefined;
  accepted(): Promise<void>;
}

/**
 * Tells workflows to look; `accepted` runs once Temporal has taken the signal. Never fails: a signal that is lost costs
 * only delay, for the sweep signals again.
 */
export interface Signals {
  booking(bookingId: string, signal: BookingSignal, announced?: Announced): Promise<void>;
  connection(connectionId: string, signal: ConnectionSignal, announced?: Announced): Promise<void>;
  calendar(calendarId: string, signal: CalendarSignal, announced?: Announced): Promise<void>;
}

interface Waits {
  /** How long a signal is tried, milliseconds. Its client may stay in a pause between two tries for as long again. */
  readonly deadlineMs: number;
  /**
   * How long a caller waits, milliseconds; what takes longer continues without the caller. After a signal that failed
   * no caller waits until one succeeds. Left out, every caller waits for the outcome.
   */
  readonly patienceMs?: number;
}

/** The workflow that is signalled, or started with the signal. */
interface Receiver {
  readonly type: string;
  readonly workflowId: string;
  readonly argument: string;
  /** Of its tasks among those of the queue; the middle one if left out. */
  readonly priorityKey?: number;
}

/** Signals over Temporal, starting the workflow where it does not run. `settled`: none is under way, so its client may be closed. */
export function createSignals(
  client: Client,
  { deadlineMs, patienceMs }: Waits,
): Signals & { settled(): Promise<void> } {
  let isAway = false;
  const underWay = new Set<Promise<void>>();
  const call = ({ type, workflowId, argument, priorityKey }: Receiver, signal: string, announced?: Announced) =>
    client.withDeadline(Date.now() + deadlineMs, () =>
      client.workflow.signalWithStart<(id: string) => Promise<unknown>, [number?]>(type, {
        workflowId,
        taskQueue: BOOKINGS_QUEUE,
        args: [argument],
        ...(priorityKey && { priority: { priorityKey } }),
        signal,
        signalArgs: announced === undefined ? [] : [announced.revision],
        ...(announced?.shown && { staticSummary: announced.shown.summary, staticDetails: announced.shown.details }),
        workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      }),
    );
  const send = async (receiver: Receiver, signal: string, announced?: Announced) => {
    const { workflowId } = receiver;
    const missed = (error: unknown) => {
      log.warn({ workflowId, signal, ...describeError(error) }, 'signal not delivered; the sweep will repeat it');
      return false;
    };
    const isTaken = await call(receiver, signal, announced).then(() => true, missed);
    isAway = !isTaken;
    if (isTaken) await announced?.accepted().catch(missed);
  };
  const patiently = async (outcome: Promise<void>): Promise<void> => {
    underWay.add(outcome);
    void outcome.finally(() => underWay.delete(outcome));
    if (patienceMs === undefined) return outcome;
    if (!isAway) await withTimeout(outcome, patienceMs, () => undefined);
  };
  return {
    booking: (id, signal, announced) =>
      patiently(send({ type: 'booking', workflowId: bookingWorkflowId(id), argument: id }, signal, announced)),
    connection: (id, signal, announced) =>
      patiently(send({ type: 'connection', workflowId: connectionWorkflowId(id), argument: id }, signal, announced)),
    calendar: (id, signal, announced) => {
      const receiver = { type: 'calendar', workflowId: calendarWorkflowId(id), argument: id };
      return patiently(send({ ...receiver, priorityKey: CALENDAR_PRIORITY }, signal, announced));
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
