import { setTimeout as delay } from 'node:timers/promises';
import { Refused, type Call, type Outcome, type Route } from './call.ts';
import type { FaultPlan } from './faults.ts';
import type { LedgerEntry, Operation } from './ledger.ts';
import type { Simulator } from './simulator.ts';

/** The caller's end of a call. */
export interface Line {
  send(outcome: Outcome): void;
  /** Cuts the connection without a word. */
  cut(): void;
  /** Settles when the caller has left or the answer is through. */
  readonly left: Promise<void>;
}

interface Arrival {
  readonly seq: number;
  readonly at: string;
}

/** What a call did: its row is in the journal, its answer not yet given. */
interface Committed {
  readonly outcome: Outcome;
  readonly fault: FaultPlan | undefined;
  readonly seq: number;
}

const SLOW_MS = 1_000;

/** Takes one call through guard, planned fault, transaction, ledger, notifications and answer. */
export async function answerCall(simulator: Simulator, route: Route, call: Call, line: Line, arrived: Arrival) {
  const operation = typeof route.operation === 'function' ? route.operation(call) : route.operation;
  const admitted = await admit(route, call);
  if (operation === undefined) {
    const outcome =
      admitted.refusal ?? simulator.state.journal.transact(() => run(simulator, route, call, admitted.caller));
    simulator.state.notifications.send(outcome.notifications ?? []);
    line.send(outcome);
    return;
  }
  const committed = simulator.state.journal.transact(() =>
    commit(simulator, route, call, operation, admitted, arrived),
  );
  simulator.state.notifications.send(committed.outcome.notifications ?? []);
  await give(simulator, committed, line);
}

interface Admitted {
  readonly refusal?: Outcome;
  readonly caller?: unknown;
}

async function admit(route: Route, call: Call): Promise<Admitted> {
  try {
    const caller = route.guard?.(call);
    await route.before?.(call, caller);
    return { caller };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.outcome };
    throw error;
  }
}

function commit(
  simulator: Simulator,
  route: Route,
  call: Call,
  operation: Operation,
  { refusal, caller }: Admitted,
  arrived: Arrival,
): Committed {
  const { journal, faults, ledger } = simulator.state;
  const fault = refusal === undefined ? faults.take(operation, call.about.accountId) : undefined;
  const outcome = refusal ?? instead(simulator, operation, call, fault) ?? run(simulator, route, call, caller);
  const seq = journal.tick();
  const at = new Date().toISOString();
  const hangs = fault?.effect === 'timeout' || takesItsTime(fault);
  const entry: LedgerEntry = {
    seq,
    at,
    operation,
    request: `${route.method} ${route.path}`,
    status: outcome.status,
    change: outcome.change ?? 'none',
    ...(fault === undefined ? {} : { fault: fault.effect }),
    ...call.about,
    startedSeq: arrived.seq,
    startedAt: arrived.at,
    ...(hangs ? {} : { endedSeq: journal.tick(), endedAt: at }),
  };
  ledger.write(entry);
  return { outcome, fault, seq };
}

function run(simulator: Simulator, route: Route, call: Call, caller: unknown): Outcome {
  try {
    return simulator.state.journal.transact(() => route.handle(call, caller));
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

/** The outcome of a fault that keeps the call from being done at all. */
function instead(
  simulator: Simulator,
  operation: Operation,
  call: Call,
  fault: FaultPlan | undefined,
): Outcome | undefined {
  switch (fault?.effect) {
    case 'timeout':
      return { status: 0 };
    case 'error':
      return withRetryAfter(simulator.failure(fault.status ?? 500, operation, call), fault);
    case 'rate_limit':
      return withRetryAfter(simulator.rateLimit(fault), fault);
    case 'drop_after_commit':
    case 'slow':
    case undefined:
      return undefined;
  }
}

function withRetryAfter(outcome: Outcome, { status, effect, retryAfter }: FaultPlan): Outcome {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  const asked = effect === 'rate_limit' && status !== undefined ? { status } : {};
  return { ...outcome, ...asked, headers: { ...outcome.headers, ...headers } };
}

function takesItsTime(fault: FaultPlan | undefined): boolean {
  return fault?.effect === 'slow' || (fault?.effect === 'error' && fault.delayMs !== undefined);
}

async function give(simulator: Simulator, { outcome, fault, seq }: Committed, line: Line): Promise<void> {
  const { ledger } = simulator.state;
  if (takesItsTime(fault)) {
    await Promise.race([delay(fault?.delayMs ?? SLOW_MS), line.left]);
    ledger.end(seq);
  }
  switch (fault?.effect) {
    case 'timeout':
      await line.left;
      ledger.end(seq);
      return;
    case 'drop_after_commit':
      line.cut();
      return;
    case 'slow':
    case 'error':
    case 'rate_limit':
    case undefined:
      line.send(outcome);
  }
}
