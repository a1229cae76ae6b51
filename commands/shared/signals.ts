import { setTimeout as sleep } from 'node:timers/promises';
import type { SearchAttributePair } from '@temporalio/common';
import { type Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';
import { describeError, log } from '#log';
import {
  type BookingSignal,
  bookingWorkflowId,
  type CalendarSignal,
  calendarWorkflowId,
  type ConnectionSignal,
  connectionWorkflowId,
  type WebhookSignal,
  webhookWorkflowId,
  WORKFLOW_PRIORITY,
} from '#workflows/signals.ts';
import { BOOKINGS_QUEUE } from '#workflows/task-queues.ts';

/** Within this time a workflow that was signalled has usually planned; far less than until the sweep signals again. */
const PLANNED_MS = 250;

/** A change that a signal announces: its revision, and what to do once Temporal has taken the signal. */
export interface Announced {
  readonly revision: number;
  /** Shown of the workflow in the Temporal UI from its start on; ids, states and times only. */
  readonly shown?: { readonly summary: string; readonly details: string } | undefined;
  /** What operators find the workflow by from its start on; ids, states and times only. */
  readonly foundBy?: SearchAttributePair[] | undefined;
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
  webhook(webhookId: string, signal: WebhookSignal, announced?: Announced): Promise<void>;
}

interface Sending {
  /** How long a signal is tried, milliseconds. Its client may stay in a pause between two tries for as long again. */
  readonly deadlineMs: number;
  /** Whether callers wait for the outcome. Where people wait for what the caller does, it is left to itself. */
  readonly isAwaited: boolean;
}

/** The workflow that is signalled, or started with the signal. */
interface Receiver {
  readonly type: string;
  readonly workflowId: string;
  readonly argument: string;
  /** Of its tasks among those of the queue. */
  readonly priorityKey: number;
}

/** Signals over Temporal, starting the workflow where it does not run. `settled`: none is under way, so its client may be closed. */
export function createSignals(
  client: Client,
  { deadlineMs, isAwaited }: Sending,
): Signals & { settled(): Promise<void> } {
  const underWay = new Set<Promise<void>>();
  const call = ({ type, workflowId, argument, priorityKey }: Receiver, signal: string, announced?: Announced) =>
    client.withDeadline(Date.now() + deadlineMs, () =>
      client.workflow.signalWithStart<(id: string) => Promise<unknown>, [number?]>(type, {
        workflowId,
        taskQueue: BOOKINGS_QUEUE,
        args: [argument],
        priority: { priorityKey },
        signal,
        signalArgs: announced === undefined ? [] : [announced.revision],
        ...(announced?.shown && { staticSummary: announced.shown.summary, staticDetails: announced.shown.details }),
        ...(announced?.foundBy && { typedSearchAttributes: announced.foundBy }),
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
    if (!isTaken || announced === undefined) return;
    // A plan notes the same with what it writes anyway: where it was quicker, there is nothing left to write.
    if (!isAwaited) await sleep(PLANNED_MS);
    await announced.accepted().catch(missed);
  };
  const tracked = async (outcome: Promise<void>): Promise<void> => {
    underWay.add(outcome);
    void outcome.finally(() => underWay.delete(outcome));
    if (isAwaited) await outcome;
  };
  return {
    booking: (id, signal, announced) => {
      const priorityKey = signal === 'sweep' ? WORKFLOW_PRIORITY.lostBooking : WORKFLOW_PRIORITY.booking;
      const receiver = { type: 'booking', workflowId: bookingWorkflowId(id), argument: id, priorityKey };
      return tracked(send(receiver, signal, announced));
    },
    connection: (id, signal, announced) => {
      const { connection: priorityKey } = WORKFLOW_PRIORITY;
      const receiver = { type: 'connection', workflowId: connectionWorkflowId(id), argument: id, priorityKey };
      return tracked(send(receiver, signal, announced));
    },
    calendar: (id, signal, announced) => {
      const { calendar: priorityKey } = WORKFLOW_PRIORITY;
      const receiver = { type: 'calendar', workflowId: calendarWorkflowId(id), argument: id, priorityKey };
      return tracked(send(receiver, signal, announced));
    },
    webhook: (id, signal, announced) => {
      const { webhook: priorityKey } = WORKFLOW_PRIORITY;
      const receiver = { type: 'webhook', workflowId: webhookWorkflowId(id), argument: id, priorityKey };
      return tracked(send(receiver, signal, announced));
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
