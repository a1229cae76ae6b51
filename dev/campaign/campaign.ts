import { join } from 'node:path';
import { askUntilDone } from './ask-until-answered.ts';
import { keepEvidence, keepRound } from './evidence.ts';
import { planRound } from './plan.ts';
import { judgeRound, type PlayedRound, playRound, type Stage } from './round.ts';
import { describeViolations } from './describe-round.ts';
import { openTally, type Tally } from './summary.ts';

const EVIDENCE = join(import.meta.dirname, '../../.data/campaign');
/** How long after its due time a reminder may come, in milliseconds: its turn, and what a fault costs. */
const REMINDED_MS = 55_000;

interface Campaign {
  readonly seed: number;
  readonly rounds: readonly number[];
  /** Kinds of faults that are left out. */
  readonly without: readonly string[];
}

/** Plays rounds on one stack, one after the other, and judges each; returns the count of violations. */
export async function playCampaign(stage: Stage, { seed, rounds, without }: Campaign): Promise<number> {
  const tally = openTally();
  const waiting: PlayedRound[] = [];
  for (const number of rounds) {
    const began = Date.now();
    const plan = planRound(seed, number);
    const faults = plan.faults.filter(({ kind }) => !without.includes(kind));
    const round = await playRound(stage, { ...plan, faults });
    const isFine = await conclude(stage, round, tally, began);
    if (isFine && remindedAt(round) > 0) waiting.push(round);
    else if (isFine) await deleteHosts(round);
    await concludeReminded(stage, waiting, tally, Date.now());
  }
  const last = Math.max(0, ...waiting.map(remindedAt));
  if (last > 0) console.log(`Waiting ${Math.ceil((last - Date.now()) / 1_000)} s for the last reminders …`);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, last - Date.now())));
  await concludeReminded(stage, waiting, tally, last);
  console.log(`\n${tally.table()}`);
  return tally.violations();
}

/** Judges a round and tells what came of it; true where nothing was found. */
async function conclude(stage: Stage, round: PlayedRound, tally: Tally, began: number): Promise<boolean> {
  const verdict = await judgeRound(stage, round);
  tally.add(round, verdict);
  await keepRound(EVIDENCE, round);
  console.log(tally.lineOf(round, verdict, Date.now() - began));
  if (verdict.violations.length === 0) return true;
  console.log(`\n${describeViolations(round, verdict)}`);
  console.log(`Kept in ${await keepEvidence(EVIDENCE, stage, round, verdict)}\n`);
  return false;
}

/** Rounds whose reminders have fallen due are judged once more. */
async function concludeReminded(stage: Stage, waiting: PlayedRound[], tally: Tally, now: number): Promise<void> {
  const due = waiting.filter((round) => remindedAt(round) <= now);
  for (const round of due) {
    waiting.splice(waiting.indexOf(round), 1);
    round.chronicle.tell('—', 'its reminders are due');
    if (await conclude(stage, round, tally, Date.now())) await deleteHosts(round);
  }
}

/** When the round's reminders have come, epoch milliseconds; 0 where none was to come. */
const remindedAt = ({ plan, cast }: PlayedRound): number =>
  plan.bookings.some(({ slot }) => slot === null) ? cast.reminderAt + REMINDED_MS : 0;

/** The hosts delete their accounts, so that later rounds have the machine to themselves. */
async function deleteHosts({ cast }: PlayedRound): Promise<void> {
  await Promise.all(
    cast.hosts.map(({ client, password }) => askUntilDone(() => client.json('DELETE', '/api/v1/me', { password }))),
  );
}
