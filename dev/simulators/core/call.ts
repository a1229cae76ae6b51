import type { IncomingHttpHeaders } from 'node:http';
import type { MeetingChange, Operation } from './ledger.ts';
import type { Notification } from './notifications.ts';

/** What the ledger says of a call besides its outcome; filled in as it becomes known. */
export interface About {
  accountId?: string;
  meetingId?: string;
  marker?: string;
}

/** One request, read to its end. */
export interface Call {
  readonly method: string;
  /** Our own scheme, host and port, as the caller wrote them. */
  readonly origin: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly about: About;
}

/** What a call came to. An object as body is sent as JSON, a text as HTML unless `headers` say otherwise. */
export interface Outcome {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
  readonly change?: MeetingChange;
  /** Sent once the call is committed, before or after its answer. */
  readonly notifications?: readonly Notification[];
}

/** Ends a call with a refusal; the changes of its handler are undone. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super(`refused with ${outcome.status}`);
    this.outcome = outcome;
  }
}

/**
 * One endpoint. With an `operation` it is an endpoint of the provider's API: faults meet it and the ledger has it. Without
 * one it is a page. `C` is who calls, as `guard` finds out.
 */
export interface Route<C = unknown> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the provider's prefix; `:name` stands for one segment. */
  readonly path: string;
  readonly operation?: Operation | ((call: Call) => Operation);
  /**
   * Checks token or client and notes in `call.about` what the call is about, so that the ledger can tell failed calls
   * apart too. Planned faults wait for a call that gets past it. @throws Refused
   */
  guard?(call: Call): C;
  /** What has to be asked of others before anything is committed (a handshake). @throws Refused */
  before?(call: Call, caller: C): Promise<void>;
  /**
   * Runs in one transaction with the ledger's row. A returned 4xx keeps its changes, a thrown one does not.
   * @throws Refused
   */
  handle(call: Call, caller: C): Outcome;
}

/** A segment of the path, by its name in the route. */
export const param = (call: Call, name: string): string => call.params[name] ?? '';

/** The body as a form. */
export const formOf = (call: Call): URLSearchParams => new URLSearchParams(call.body.toString('utf8'));

/** The body as JSON; undefined where it is none. */
export function jsonOf(call: Call): unknown {
  try {
    return JSON.parse(call.body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Sends the browser on. */
export const redirect = (to: string | URL): Outcome => ({ status: 303, headers: { location: String(to) } });

/** Our marker in a text (Zoom's agenda, an event's description): a deployment's id, a dot and a UUID, or what follows `ref:`. */
export function markerIn(text: string): string | null {
  const found = /\b[a-z0-9]{1,12}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/.exec(text);
  return found?.[0] ?? /\bref:([\w.-]+)/.exec(text)?.[1] ?? null;
}
