import { Client, Connection } from '@temporalio/client';
import { bookingWorkflowId } from '#workflows/signals.ts';
import { BookingStatusKey, ConferenceStatusKey } from '#workflows/search-attributes.ts';

/** Looks at the workflows of a stack, and plays the operator in the Temporal UI. */
export interface Workflows {
  /** `RUNNING`, `COMPLETED`, `TERMINATED` …; null while there is none. */
  readonly statusOf: (bookingId: string) => Promise<string | null>;
  /** What the Temporal UI shows of a booking in one line: `RUNNING confirmed ready`. */
  readonly lineOf: (bookingId: string) => Promise<string>;
  /** When a signal of that name first came in, epoch ms; null where none has. */
  readonly signalledAt: (bookingId: string, signal: string) => Promise<number | null>;
  /** Events in the history of the newest run. */
  readonly eventsOf: (bookingId: string) => Promise<number>;
  readonly terminate: (bookingId: string) => Promise<void>;
  readonly client: Client;
  readonly close: () => Promise<void>;
}

/** The workflows of the Temporal server at `host:port`; connects at the first call. */
export function openWorkflows(address: string, namespace = 'default'): Workflows {
  const connection = Connection.lazy({ address });
  const client = new Client({ connection, namespace });
  const handle = (bookingId: string) => client.workflow.getHandle(bookingWorkflowId(bookingId));
  return {
    client,
    statusOf: (bookingId) =>
      handle(bookingId)
        .describe()
        .then(
          ({ status }) => status.name,
          () => null,
        ),
    lineOf: async (bookingId) => {
      const { status, typedSearchAttributes: shown } = await handle(bookingId).describe();
      return [status.name, shown.get(BookingStatusKey), shown.get(ConferenceStatusKey)].join(' ');
    },
    async signalledAt(bookingId, signal) {
      const { events } = await handle(bookingId).fetchHistory();
      const found = events?.find((event) => event.workflowExecutionSignaledEventAttributes?.signalName === signal);
      const { seconds, nanos } = found?.eventTime ?? {};
      return seconds == null ? null : Number(seconds) * 1_000 + (nanos ?? 0) / 1e6;
    },
    eventsOf: async (bookingId) => (await handle(bookingId).describe()).historyLength,
    terminate: async (bookingId) => void (await handle(bookingId).terminate('by hand')),
    close: () => connection.close(),
  };
}
