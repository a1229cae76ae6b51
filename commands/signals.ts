import { type Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';
import { describeError, log } from '#log';
import {
  type BookingSignal,
  bookingWorkflowId,
  type ConnectionSignal,
  connectionWorkflowId,
} from '#workflows/messages.ts';
import { BOOKINGS_QUEUE } from '#workflows/task-queues.ts';

/** Tells workflows to look. An answer of false costs only delay: `redeliver` signals again. */
export interface Signals {
  booking(bookingId: string, signal: BookingSignal): Promise<boolean>;
  connection(connectionId: string, signal: ConnectionSignal): Promise<boolean>;
}

/** Signals over Temporal, starting the workflow where it does not run; gives up after `deadlineMs`. */
export function createSignals(client: Client, deadlineMs: number): Signals {
  const send = async (type: string, workflowId: string, argument: string, signal: string): Promise<boolean> => {
    try {
      await client.withDeadline(Date.now() + deadlineMs, () =>
        client.workflow.signalWithStart(type, {
          workflowId,
          taskQueue: BOOKINGS_QUEUE,
          args: [argument],
          signal,
          signalArgs: [],
          workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        }),
      );
      return true;
    } catch (error) {
      log.warn({ workflowId, signal, ...describeError(error) }, 'signal not delivered; redeliver will');
      return false;
    }
  };
  return {
    booking: (id, signal) => send('booking', bookingWorkflowId(id), id, signal),
    connection: (id, signal) => send('connection', connectionWorkflowId(id), id, signal),
  };
}
