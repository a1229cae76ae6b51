import * as fc from 'fast-check';
import { type Fault, faults, PROVIDERS, type ProviderId } from './fault-plan.ts';

/** A slot of a host's day: a quarter of an hour each, so that neighbours overlap. */
export const SLOTS = 12;

export interface HostPlan {
  readonly provider: ProviderId;
  /** How long Google takes to make a conference, in milliseconds. */
  readonly conferenceMs: number;
  /** What the host does at last about a connection that has ended: connect it again, or not. */
  readonly finalAct: 'reconnect' | 'leave';
}

/** One guest who wants one slot. All times of a plan are milliseconds from the round's begin. */
export interface BookingPlan {
  readonly at: number;
  readonly host: number;
  /** The slot the guest asks for; null is one minutes ahead, whose reminder falls due in the next minute. */
  readonly slot: number | null;
  readonly needsApproval: boolean;
}

export type Act =
  | { readonly kind: 'move'; readonly by: 'guest' | 'host' | 'provider'; readonly slot: number }
  | { readonly kind: 'cancel'; readonly by: 'guest' | 'host' | 'provider' }
  | { readonly kind: 'confirm' | 'decline' | 'paste link' | 'resend' };

export type Step =
  | { readonly at: number; readonly booking: number; readonly act: Act }
  | { readonly at: number; readonly host: number; readonly act: 'disconnect' | 'connect' };

export interface RoundPlan {
  readonly seed: number;
  readonly round: number;
  /** In the order of `PROVIDERS`. */
  readonly hosts: readonly HostPlan[];
  readonly bookings: readonly BookingPlan[];
  readonly steps: readonly Step[];
  readonly faults: readonly Fault[];
}

const BOOK_WITHIN_MS = 2_000;
const ACT_WITHIN = { min: 700, max: 4_500 };
const HOSTS = PROVIDERS.length;

const slot = fc.nat(SLOTS - 1);
const host = fc.nat(HOSTS - 1);
const at = fc.integer(ACT_WITHIN);

const hostOf = (provider: ProviderId): fc.Arbitrary<HostPlan> =>
  fc.record({
    provider: fc.constant(provider),
    conferenceMs: fc.constantFrom(200, 200, 1_500, 6_000),
    finalAct: fc.oneof(weighted(5, fc.constant('reconnect' as const)), weighted(1, fc.constant('leave' as const))),
  });

const booking: fc.Arbitrary<BookingPlan> = fc.record({
  at: fc.nat(BOOK_WITHIN_MS),
  host,
  slot: fc.oneof(weighted(14, slot), weighted(1, fc.constant(null))),
  needsApproval: fc.constantFrom(true, false, false),
});

const by = fc.constantFrom('guest' as const, 'guest' as const, 'host' as const, 'provider' as const);

const act: fc.Arbitrary<Act> = fc.oneof(
  weighted(6, fc.record({ kind: fc.constant('move' as const), by, slot })),
  weighted(3, fc.record({ kind: fc.constant('cancel' as const), by })),
  weighted(3, fc.constant({ kind: 'confirm' } as const)),
  weighted(1, fc.constant({ kind: 'decline' } as const)),
  weighted(1, fc.constant({ kind: 'paste link' } as const)),
  weighted(1, fc.constant({ kind: 'resend' } as const)),
);

const step = (bookings: number): fc.Arbitrary<Step> =>
  fc.oneof(
    weighted(16, fc.record({ at, booking: fc.nat(bookings - 1), act })),
    weighted(1, fc.record({ at, host, act: fc.constantFrom('disconnect' as const, 'connect' as const) })),
  );

const roundPlan = fc.array(booking, { minLength: 6, maxLength: 10, size: 'max' }).chain((bookings) =>
  fc.record({
    bookings: fc.constant(bookings),
    hosts: fc.tuple(...PROVIDERS.map(hostOf)),
    steps: fc.array(step(bookings.length), { minLength: 6, maxLength: 16, size: 'max' }),
    faults: faults(HOSTS, bookings.length),
  }),
);

/** What happens in one round: the same for the same seed and round, on every machine. */
export function planRound(seed: number, round: number): RoundPlan {
  const [plan] = fc.sample(roundPlan, { seed: seed * 1_000_003 + round, numRuns: 1, unbiased: true });
  if (plan === undefined) throw new Error('nothing was planned');
  return { seed, round, ...plan, steps: inOrder(plan.steps), faults: inOrder(plan.faults) };
}

const inOrder = <T extends { readonly at: number }>(all: readonly T[]) => all.toSorted((a, b) => a.at - b.at);

function weighted<T>(weight: number, arbitrary: fc.Arbitrary<T>) {
  return { weight, arbitrary };
}
