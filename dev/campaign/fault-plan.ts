import * as fc from 'fast-check';
import type { ProviderFault } from '#dev/clients/simulator.ts';
import type { NotificationMode } from '#dev/simulators/core/notifications.ts';
import type { PartName } from '#dev/stack/part.ts';

export const PROVIDERS = ['zoom', 'teams', 'meet'] as const;
export type ProviderId = (typeof PROVIDERS)[number];

/** What may strike while people act; `at` and `ms` are milliseconds. */
export type Fault = { readonly at: number } & (
  | { readonly kind: 'kill'; readonly part: PartName }
  | { readonly kind: 'freeze'; readonly part: PartName; readonly ms: number }
  | { readonly kind: 'empty Temporal' }
  | { readonly kind: 'terminate'; readonly what: 'booking' | 'connection'; readonly index: number }
  | { readonly kind: 'provider'; readonly provider: ProviderId; readonly fault: ProviderFault }
  | {
      readonly kind: 'notifications';
      readonly provider: ProviderId;
      readonly mode: NotificationMode;
      readonly ms: number;
    }
  | { readonly kind: 'token'; readonly host: number; readonly what: 'expire' | 'endGrant' | 'uninstall' }
  | { readonly kind: 'mail server'; readonly is: 'down' | 'mute'; readonly ms: number }
  | { readonly kind: 'mail'; readonly answer: 'lost' | 'deferred' | 'late'; readonly times: number }
);

const STRIKE_WITHIN = { min: 200, max: 4_300 };
/** From a hiccup to well beyond every lease of a disposable stack (`CALL_LEASE_MS`, `MAIL_LEASE_MS`). */
const FREEZE_MS = [300, 1_000, 2_000, 3_800, 5_500];
const AWAY_MS = [300, 800, 1_600, 2_500];

const at = fc.integer(STRIKE_WITHIN);
const constant = <const T>(value: T) => fc.constant(value);
const provider = fc.constantFrom<ProviderId>(...PROVIDERS);
const away = fc.constantFrom(...AWAY_MS);
const times = fc.integer({ min: 1, max: 4 });
/** Most calls are made soon after the bookings. */
const early = fc.integer({ min: 0, max: 3_000 });

const killed = fc.constantFrom<PartName>(
  'worker',
  'worker',
  'worker',
  'api',
  'api',
  'temporal',
  'postgres',
  'simulators',
);
const frozen = fc.constantFrom<PartName>('worker', 'worker', 'worker', 'api', 'temporal', 'postgres', 'simulators');

const call = fc.constantFrom(
  'create' as const,
  'create' as const,
  'update' as const,
  'update' as const,
  'delete' as const,
);
const anyCall = fc.oneof(call, fc.constantFrom('get' as const, 'list' as const, 'refresh' as const, 'watch' as const));

const providerFault: fc.Arbitrary<ProviderFault> = fc.oneof(
  fc.record({ operation: call, effect: constant('drop_after_commit'), times }),
  fc.record({ operation: anyCall, effect: constant('timeout'), times: constant(1) }),
  fc.record({ operation: anyCall, effect: constant('slow'), delayMs: fc.constantFrom(400, 900, 1_800, 3_000), times }),
  fc.record({ operation: anyCall, effect: constant('error'), status: fc.constantFrom(500, 502, 503), times }),
  fc.record({ operation: anyCall, effect: constant('rate_limit'), retryAfter: constant(1), times }),
);

const fault = (hosts: number, bookings: number): fc.Arbitrary<Fault> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ at, kind: constant('kill'), part: killed }) },
    {
      weight: 4,
      arbitrary: fc.record({ at, kind: constant('freeze'), part: frozen, ms: fc.constantFrom(...FREEZE_MS) }),
    },
    { weight: 1, arbitrary: fc.record({ at, kind: constant('empty Temporal') }) },
    {
      weight: 2,
      arbitrary: fc.record({
        at,
        kind: constant('terminate'),
        what: fc.constantFrom('booking' as const, 'booking' as const, 'connection' as const),
        index: fc.nat(Math.max(hosts, bookings)),
      }),
    },
    { weight: 8, arbitrary: fc.record({ at: early, kind: constant('provider'), provider, fault: providerFault }) },
    {
      weight: 3,
      arbitrary: fc.record({
        at,
        kind: constant('notifications'),
        provider,
        mode: fc.constantFrom<NotificationMode>('drop', 'duplicate', 'reorder', 'late'),
        ms: away,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        at,
        kind: constant('token'),
        host: fc.nat(hosts - 1),
        what: fc.constantFrom('expire' as const, 'expire' as const, 'endGrant' as const, 'uninstall' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        at,
        kind: constant('mail server'),
        is: fc.constantFrom('down' as const, 'mute' as const),
        ms: away,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        at: early,
        kind: constant('mail'),
        answer: fc.constantFrom('lost' as const, 'lost' as const, 'deferred' as const, 'late' as const),
        times,
      }),
    },
  );

/** The faults of one round. */
export const faults = (hosts: number, bookings: number): fc.Arbitrary<readonly Fault[]> =>
  fc.array(fault(hosts, bookings), { minLength: 4, maxLength: 12, size: 'max' });
