import { z } from 'zod';
import type { Journal, Table } from './journal.ts';

export const OPERATIONS = [
  'exchange',
  'refresh',
  'revoke',
  'identify',
  'create',
  'get',
  'list',
  'update',
  'delete',
  'watch',
] as const;
export const EFFECTS = ['error', 'timeout', 'drop_after_commit', 'rate_limit', 'slow'] as const;

export type Operation = (typeof OPERATIONS)[number];
export type Effect = (typeof EFFECTS)[number];
/** What a call did to a meeting. */
export type MeetingChange = 'created' | 'updated' | 'deleted' | 'none';

/**
 * One call of the app, as it was when it took effect. `startedSeq`, `seq` and `endedSeq` come from one clock: two calls
 * overlapped exactly when one started before the other ended. `status` 0 means that no answer was ever made.
 */
export interface LedgerEntry {
  readonly seq: number;
  readonly at: string;
  readonly operation: Operation;
  /** Method and route, without ids. */
  readonly request: string;
  readonly status: number;
  readonly change: MeetingChange;
  readonly fault?: Effect;
  readonly meetingId?: string;
  readonly accountId?: string;
  readonly marker?: string;
  readonly startedSeq: number;
  readonly startedAt: string;
  /** When the answer was given, or the caller left; missing while the call hangs. */
  readonly endedSeq?: number;
  readonly endedAt?: string;
}

export const faultPlan = z.object({
  operation: z.enum(OPERATIONS),
  effect: z.enum(EFFECTS),
  status: z.number().int().min(400).max(599).optional(),
  retryAfter: z.union([z.string(), z.number()]).optional(),
  delayMs: z.number().int().min(0).optional(),
  times: z.number().int().min(1).default(1),
});

export type FaultPlan = z.infer<typeof faultPlan>;

export interface Faults {
  plan(fault: FaultPlan): void;
  /** The fault that meets this call, used up by one. */
  take(operation: Operation): FaultPlan | undefined;
  all(): FaultPlan[];
  clear(): void;
}

/** Planned faults, oldest first; they survive a restart like everything else. */
export function createFaults(journal: Journal): Faults {
  const plans: Table<FaultPlan & { readonly key: string }> = journal.table('faults');
  return {
    plan: (fault) =>
      journal.transact(() => {
        const key = String(journal.tick());
        plans.put(key, { ...fault, key });
      }),
    take: (operation) =>
      journal.transact(() => {
        const found = plans.all().find((plan) => plan.operation === operation);
        if (found === undefined) return undefined;
        if (found.times <= 1) plans.remove(found.key);
        else plans.put(found.key, { ...found, times: found.times - 1 });
        return found;
      }),
    all: () => plans.all().map((row) => faultPlan.parse(row)),
    clear: () => journal.transact(() => plans.clear()),
  };
}
