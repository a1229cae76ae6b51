import type { Fault } from './fault-plan.ts';
import type { PlayedRound, Verdict } from './round.ts';

/** What a campaign came to. */
export interface Tally {
  readonly add: (round: PlayedRound, verdict: Verdict) => void;
  /** One line of a round. */
  readonly lineOf: (round: PlayedRound, verdict: Verdict, ms: number) => string;
  readonly table: () => string;
  readonly violations: () => number;
}

/** Counts what rounds came to. One that is judged twice, since its reminders were to come, counts as it was the second time. */
export function openTally(): Tally {
  const judged = new Map<number, readonly [PlayedRound, Verdict]>();
  const settled: number[] = [];
  let violated = 0;
  return {
    add(round, verdict) {
      if (!judged.has(round.plan.round)) settled.push(verdict.settledIn);
      judged.set(round.plan.round, [round, verdict]);
      violated += verdict.violations.length;
    },
    lineOf({ plan }, { observed, violations, settledIn }, ms) {
      const states = Map.groupBy(observed.bookings, ({ hostSees }) => hostSees.status);
      const bookings = [...states].map(([status, all]) => `${all.length} ${status}`).join(', ');
      const result = violations.length === 0 ? 'ok' : `✗ ${violations.map(({ rule }) => rule).join(', ')}`;
      return `round ${String(plan.round).padStart(3)}  ${seconds(ms).padStart(7)}, at rest after ${seconds(settledIn)}  ${plan.faults.length} faults, ${bookings}  ${result}`;
    },
    table() {
      const middle = settled.toSorted((a, b) => a - b)[Math.floor(settled.length / 2)] ?? 0;
      const rows = [...countsOf([...judged.values()])].toSorted(([a], [b]) => a.localeCompare(b));
      return [
        ...rows.map(([name, number]) => `  ${name.padEnd(44)} ${String(number).padStart(6)}`),
        `  ${'at rest after, ms: middle, longest'.padEnd(44)} ${String(middle).padStart(6)} ${Math.max(0, ...settled)}`,
      ].join('\n');
    },
    violations: () => violated,
  };
}

function countsOf(rounds: readonly (readonly [PlayedRound, Verdict])[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (name: string, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by);
  count('rounds', rounds.length);
  for (const [{ plan, played }, { observed, violations }] of rounds) {
    count('bookings made', observed.bookings.length);
    count('bookings refused', played.filter(({ booking }) => booking === null).length);
    for (const { act, answer } of played.flatMap(({ asked }) => asked))
      count(`people: ${act.kind}${answer.kind === 'yes' ? '' : `, ${answer.kind}`}`);
    for (const fault of plan.faults) count(`fault: ${nameOf(fault)}`);
    count('provider calls', observed.calls.length);
    count('provider calls that met a fault', observed.calls.filter(({ fault }) => fault !== undefined).length);
    const inbox = observed.bookings.flatMap(({ inbox }) => [...inbox.guest, ...inbox.host]);
    count('mails that came', inbox.length);
    count('mails whose answer was lost', inbox.filter(({ answered }) => !answered).length);
    for (const { rule } of violations) count(`violation: ${rule}`);
  }
  return counts;
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

function nameOf(fault: Fault): string {
  switch (fault.kind) {
    case 'kill':
      return `${fault.part} killed`;
    case 'freeze':
      return `${fault.part} frozen`;
    case 'provider':
      return `provider ${fault.fault.effect}`;
    case 'notifications':
      return `notifications ${fault.mode}`;
    case 'token':
      return `token ${fault.what}`;
    case 'mail server':
      return `mail server ${fault.is}`;
    case 'mail':
      return `mail's answer ${fault.answer}`;
    case 'terminate':
      return `workflow of a ${fault.what} terminated`;
    case 'empty Temporal':
      return 'Temporal emptied';
  }
}
