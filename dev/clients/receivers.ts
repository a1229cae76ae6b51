import type { ReceivedCall } from '#dev/simulators/receivers/receivers.ts';

interface Behaviour {
  readonly status?: number;
  readonly delayMs?: number;
  readonly isDown?: boolean;
  readonly redirect?: string;
  readonly retryAfter?: string;
  readonly answer?: string;
  readonly failOn?: string;
}

/** What of a delivery tests and people look at. */
export interface ReceivedEvent {
  readonly messageId: string;
  readonly type: string;
  readonly bookingId: string | null;
  readonly status: number | null;
  readonly call: ReceivedCall;
}

/** The simulated systems of hosts at the simulators' base address, by their control surface. */
export interface Receivers {
  /** The address of a receiver that behaves like this from now on. */
  behave(name: string, behaviour?: Behaviour): Promise<string>;
  /** Everything that came in, in order. */
  received(name: string): Promise<ReceivedEvent[]>;
}

export function openReceiverClient(base: string): Receivers {
  return {
    async behave(name, behaviour = {}) {
      const query = new URLSearchParams(
        Object.entries(behaviour).map(([key, value]): [string, string] => [key, String(value)]),
      );
      const answer = await fetch(`${base}/_sim/receivers/${name}?${query}`, { method: 'PUT' });
      if (!answer.ok) throw new Error(`The receiver was not told how to behave: ${await answer.text()}`);
      return `${base}/receivers/${name}`;
    },
    async received(name) {
      const answer = await fetch(`${base}/_sim/receivers/${name}`);
      const { items } = (await answer.json()) as { items: ReceivedCall[] };
      return items.toSorted((one, other) => one.seq - other.seq).map(read);
    },
  };
}

function read(call: ReceivedCall): ReceivedEvent {
  const { type, data } = JSON.parse(call.body) as { type: string; data: { booking?: { id: string } } };
  return {
    messageId: call.headers['webhook-id'] ?? '',
    type,
    bookingId: data.booking?.id ?? null,
    status: call.status,
    call,
  };
}
