import { ActivityFailure, proxyActivities } from '@temporalio/workflow';
import type { BookingActivities } from '#activities/booking-activities.ts';
import { PRIORITY } from './plan-types.ts';
import type { ReceivedCommand } from './receive-signals.ts';
import { BOOKINGS_QUEUE } from './task-queues.ts';

/** Carries out what an operator asked for by signals, in order. */
export class OperatorCommands {
  readonly #bookingId: string;
  /** What became of the newest command, for the details; null while there was none. */
  lastAnswer: string | null = null;

  constructor(bookingId: string) {
    this.#bookingId = bookingId;
  }

  async carryOut(commands: readonly ReceivedCommand[]): Promise<void> {
    for (const { command, id } of commands) {
      const { operate } = proxyActivities<BookingActivities>({
        taskQueue: BOOKINGS_QUEUE,
        summary: `operator: ${command}`,
        priority: { priorityKey: PRIORITY.asked },
        startToCloseTimeout: '30s',
        retry: { maximumAttempts: 8 },
      });
      try {
        const { outcome, reason } = await operate(this.#bookingId, { command, id });
        this.lastAnswer = reason === null ? `${command}: ${outcome}` : `${command}: ${outcome}. ${reason}`;
      } catch (error) {
        if (!(error instanceof ActivityFailure)) throw error;
        this.lastAnswer = `${command}: failed, see the activity. Send the signal again.`;
      }
    }
  }
}
