import type { WorkflowSeen } from '../observed.ts';
import type { Rule, Violation } from './verdict.ts';

const FAILED = new Set(['FAILED', 'TIMED_OUT']);
/** After everything was healed, an activity that is tried this often fails for a reason of its own. */
const MOST_TRIES = 6;

/** No workflow has failed or fails again and again. */
export const judgeWorkflows: Rule = ({ bookings, hosts }) => [
  ...bookings.flatMap(({ guest, workflow }) => failuresOf(guest.label, workflow)),
  ...hosts.flatMap(({ label, connections }) => connections.flatMap(({ workflow }) => failuresOf(label, workflow))),
];

function failuresOf(about: string, workflow: WorkflowSeen): Violation[] {
  if (workflow === null) return [];
  const { status, taskAttempts, activities } = workflow;
  const tired = activities.filter(({ attempt }) => attempt > MOST_TRIES);
  const seen = [
    ...(FAILED.has(status) ? [status] : []),
    ...(status === 'RUNNING' && taskAttempts > 1 ? [`its workflow task is tried for the ${taskAttempts}th time`] : []),
    ...tired.map(({ name, attempt, failure }) => `${name}, ${attempt} tries: ${failure}`),
  ];
  return seen.map((one) => ({ rule: 'workflows', about, expected: 'no workflow that fails', seen: one }));
}
