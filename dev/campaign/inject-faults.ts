import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openSimulator } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import type { Workflows } from '#dev/clients/workflows.ts';
import type { MailServer } from '#dev/mail-server/mail-server.ts';
import type { DisposableStack } from '#dev/stack/disposable-stack.ts';
import type { PartName } from '#dev/stack/part.ts';
import { connectionWorkflowId } from '#workflows/signals.ts';
import type { Cast } from './cast.ts';
import type { Chronicle } from './chronicle.ts';
import type { Fault } from './fault-plan.ts';

/** What faults strike at. */
export interface Target {
  readonly stack: DisposableStack;
  readonly mailServer: MailServer;
  readonly workflows: Workflows;
  readonly cast: Cast;
  /** Ids of the bookings that exist by now, and of the hosts' connections. */
  readonly ids: (what: 'booking' | 'connection') => Promise<readonly string[]>;
}

/** Lets the faults strike at their times, and returns when each has ended. */
export async function injectFaults(target: Target, faults: readonly Fault[], chronicle: Chronicle): Promise<void> {
  await Promise.all(
    faults.map(async (fault) => {
      await sleep(Math.max(0, chronicle.began + fault.at - Date.now()));
      const tell = (what: string) => chronicle.tell('⚡', what);
      await strike(target, fault, tell).catch((error: unknown) =>
        tell(`${fault.kind} came to nothing: ${String(error)}`),
      );
    }),
  );
}

async function strike(target: Target, fault: Fault, tell: (what: string) => void): Promise<void> {
  const { stack, mailServer, cast } = target;
  const { simulators } = await stack.file();
  switch (fault.kind) {
    case 'kill':
      tell(`${fault.part} is killed`);
      return stack.kill(fault.part);
    case 'freeze':
      return freeze(stack, fault.part, fault.ms, tell);
    case 'empty Temporal':
      return emptyTemporal(stack, tell);
    case 'terminate':
      return terminate(target, fault, tell);
    case 'provider': {
      const { operation, effect, times = 1, status, delayMs } = fault.fault;
      const how = [effect, status, delayMs === undefined ? undefined : `${delayMs} ms`].filter(Boolean).join(' ');
      tell(`${fault.provider}: the next ${times} × ${operation}: ${how}`);
      return untilTaken(() => openSimulator(simulators, fault.provider).fault(fault.fault));
    }
    case 'notifications': {
      const provider = openSimulator(simulators, fault.provider);
      tell(`${fault.provider}'s notifications: ${fault.mode}, for ${fault.ms} ms`);
      await untilTaken(() => provider.notifications(fault.mode));
      await sleep(fault.ms);
      return untilTaken(() => provider.notifications('on'));
    }
    case 'token': {
      const host = cast.hosts[fault.host];
      if (host === undefined) return;
      tell(`host ${host.label}'s tokens at ${host.plan.provider}: ${fault.what}`);
      return untilTaken(() => host.provider[fault.what](host.account));
    }
    case 'mail server':
      tell(`the mail server is ${fault.is} for ${fault.ms} ms`);
      await (fault.is === 'down' ? mailServer.down() : mailServer.mute());
      await sleep(fault.ms);
      return mailServer.up();
    case 'mail': {
      tell(`the mail server's answer to the next ${fault.times} mails is ${fault.answer}`);
      const moods = { lost: { loseAnswer: true }, deferred: { message: '451 4.3.0 later' }, late: { afterMs: 1_500 } };
      for (let count = 0; count < fault.times; count += 1) mailServer.next.push(moods[fault.answer]);
    }
  }
}

/** The simulators may have been killed meanwhile. */
async function untilTaken(plan: () => Promise<void>): Promise<void> {
  await until('the simulators to take it', () => plan().then(() => true));
}

async function freeze(stack: DisposableStack, part: PartName, ms: number, tell: (what: string) => void) {
  const pid = (await stack.file()).pids[part];
  if (pid === undefined) return;
  tell(`${part} is frozen for ${ms} ms`);
  const pids = await familyOf(pid);
  for (const one of pids) send(one, 'SIGSTOP');
  await sleep(ms);
  for (const one of pids) send(one, 'SIGCONT');
  tell(`${part} runs on`);
}

/** A process and its children: Postgres works with many. */
async function familyOf(pid: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return [pid, ...pairs.flatMap(([child = 0, parent]) => (parent === pid ? [child] : []))];
}

/** It may have been killed meanwhile. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}

/** The server's next start finds no file of its former life. */
async function emptyTemporal(stack: DisposableStack, tell: (what: string) => void): Promise<void> {
  const folder = join((await stack.environment())['DATA_DIR'] ?? '', 'temporal');
  tell("Temporal's database is emptied");
  for (const end of ['', '-wal', '-shm', '-journal']) await rm(join(folder, `temporal.db${end}`), { force: true });
  await stack.kill('temporal');
}

async function terminate(
  { workflows, ids }: Target,
  { what, index }: { readonly what: 'booking' | 'connection'; readonly index: number },
  tell: (what: string) => void,
): Promise<void> {
  const known = await ids(what);
  const id = known[index % Math.max(1, known.length)];
  if (id === undefined) return;
  tell(`the workflow of ${what} ${id} is terminated`);
  const workflowId = what === 'booking' ? `booking-${id}` : connectionWorkflowId(id);
  await workflows.client.workflow.getHandle(workflowId).terminate('by hand');
}
