import { z } from 'zod';
import type { Journal, Table } from './journal.ts';
import { EFFECTS, OPERATIONS, type Operation } from './ledger.ts';

export const faultPlan = z.object({
  operation: z.enum(OPERATIONS),
  /** Only calls known to be this account's before they are done, which refreshes are not; any account's where left out. */
  accountId: z.string().optional(),
  effect: z.enum(EFFECTS),
  status: z.number().int().min(400).max(599).optional(),
  retryAfter: z.union([z.string(), z.number()]).optional(),
  /** Before the answer of a `slow` call, or of an `error` that takes its time. */
  delayMs: z.number().int().min(0).optional(),
  times: z.number().int().min(1).default(1),
});

export type FaultPlan = z.infer<typeof faultPlan>;

export interface Faults {
  plan(fault: FaultPlan): void;
  /** The fault that meets this call, used up by one. */
  take(operation: Operation, accountId: string | undefined): FaultPlan | undefined;
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
    take: (operation, accountId) =>
      journal.transact(() => {
        const found = plans
          .all()
          .filter((plan) => plan.operation === operation)
          .find((plan) => plan.accountId === undefined || plan.accountId === accountId);
        if (found === undefined) return undefined;
        if (found.times <= 1) plans.remove(found.key);
        else plans.put(found.key, { ...found, times: found.times - 1 });
        return found;
      }),
    all: () => plans.all().map((row) => faultPlan.parse(row)),
    clear: () => journal.transact(() => plans.clear()),
  };
}
