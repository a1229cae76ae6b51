import { rowsOf } from '#dev/clients/rows.ts';
import type { Workflows } from '#dev/clients/workflows.ts';
import type { MailServer } from '#dev/mail-server/mail-server.ts';
import type { DisposableStack } from '#dev/stack/disposable-stack.ts';
import { askUntilDone } from './ask-until-answered.ts';
import { type Cast, createCast } from './cast.ts';
import { type Chronicle, createChronicle } from './chronicle.ts';
import type { Fault } from './fault-plan.ts';
import { injectFaults } from './inject-faults.ts';
import { healAll, requestMissingLinks, reconnectHosts } from './healing.ts';
import { judge } from './judge/judge.ts';
import { findLeaks, type LogSizes, measureLogs } from './leaks.ts';
import type { Violation } from './judge/verdict.ts';
import { observe } from './observe.ts';
import type { Observed } from './observed.ts';
import { playPeople, type Played } from './people.ts';
import type { RoundPlan } from './plan.ts';
import { settle } from './settle.ts';

export interface Stage {
  readonly stack: DisposableStack;
  readonly mailServer: MailServer;
  readonly workflows: Workflows;
}

/** A round that has been played, and may be judged again later. */
export interface PlayedRound {
  readonly plan: RoundPlan;
  readonly cast: Cast;
  readonly played: readonly Played[];
  readonly chronicle: Chronicle;
  readonly logsFrom: LogSizes;
}

export interface Verdict {
  readonly observed: Observed;
  readonly violations: readonly Violation[];
  /** From the healing of everything to rest, in milliseconds. */
  readonly settledIn: number;
}

/** Lets people act while faults strike, and heals everything. */
export async function playRound(stage: Stage, plan: RoundPlan): Promise<PlayedRound> {
  const { stack, mailServer } = stage;
  const logsFrom = await measureLogs(stack);
  const cast = await createCast(await stack.file(), plan);
  const chronicle = createChronicle();
  const ids = (what: 'booking' | 'connection') => idsOf(stage, cast, what);
  const striking = injectFaults({ ...stage, cast, ids }, plan.faults, chronicle);
  const played = await playPeople(cast, plan, chronicle);
  await striking;
  await healAll(stack, mailServer);
  chronicle.tell('—', 'everything is healed');
  return { plan, cast, played, chronicle, logsFrom };
}

/** Waits until all work is done, lets hosts fix what only they can, and judges. */
export async function judgeRound(stage: Stage, round: PlayedRound): Promise<Verdict> {
  const { plan, cast, played, chronicle, logsFrom } = round;
  const began = Date.now();
  const file = await stage.stack.file();
  const rest = async (healedAt: number) => {
    const { undone, lastSeen } = await settle(file.database, handlesOf(cast), healedAt);
    const ends = [...lastSeen].map(([work, at]) => `${work} ${((at - began) / 1_000).toFixed(1)} s`);
    chronicle.tell(
      '—',
      `${undone.length === 0 ? 'at rest' : 'not at rest'}; until then: ${ends.join(', ') || 'nothing'}`,
    );
    return undone;
  };
  await reconnectHosts(cast, chronicle);
  let undone = await rest(began);
  // A revoked token shows only when it is used again; a link the host no longer waits for is made only on request.
  const isMended = [await reconnectHosts(cast, chronicle), await requestMissingLinks(cast, chronicle)];
  if (isMended.includes(true)) undone = await rest(Date.now());
  const seen = await askUntilDone(() => observe({ ...stage, file }, cast, played));
  const leaks = await findLeaks(stage, cast, seen, logsFrom);
  const observed = { ...seen, undone, leaks, mayRepeatMails: plan.faults.some(mayHideAnAnswer) };
  return { observed, violations: judge(observed), settledIn: Date.now() - began };
}

const handlesOf = ({ hosts }: Cast): string[] => hosts.map(({ client }) => client.handle);

/** Whether a mail's outcome may be lost on the way from the mail server's answer to the database. */
function mayHideAnAnswer(fault: Fault): boolean {
  if (fault.kind === 'empty Temporal' || fault.kind === 'terminate') return true;
  return (fault.kind === 'kill' || fault.kind === 'freeze') && ['worker', 'postgres', 'temporal'].includes(fault.part);
}

async function idsOf({ stack }: Stage, cast: Cast, what: 'booking' | 'connection'): Promise<string[]> {
  const { database } = await stack.file();
  const rows = await rowsOf<{ id: string }>(
    database,
    `select t.id from ${what}s t join users u on u.id = t.host_id where u.handle = any($1) order by t.created_at, t.id`,
    [handlesOf(cast)],
  );
  return rows.map(({ id }) => id);
}
