import { openSimulator } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import type { MailServer } from '#dev/mail-server/mail-server.ts';
import type { DisposableStack } from '#dev/stack/disposable-stack.ts';
import type { StackFile } from '#dev/stack/stack-file.ts';
import type { Cast, CastHost } from './cast.ts';
import type { Chronicle } from './chronicle.ts';
import { PROVIDERS } from './fault-plan.ts';
import { askUntilAnswered, askUntilDone, inWords } from './ask-until-answered.ts';

/** Even on a machine that is busy with much else. */
const BACK_WITHIN_MS = 120_000;
const ANSWER_WITHIN_MS = 5_000;

/** Ends every fault, and waits until every process serves again. */
export async function healAll(stack: DisposableStack, mailServer: MailServer): Promise<void> {
  mailServer.next.length = 0;
  await mailServer.up();
  const allServe = async () => servesAll(await stack.file());
  await until('every process to serve', allServe, { within: BACK_WITHIN_MS });
  const { simulators } = await stack.file();
  for (const provider of PROVIDERS) {
    const simulator = openSimulator(simulators, provider);
    await simulator.clearFaults();
    await simulator.notifications('on');
  }
}

/** A process id is in stack.json once that process has served. */
async function servesAll({ app, pids }: StackFile): Promise<boolean> {
  for (const pid of Object.values(pids)) process.kill(pid, 0);
  const answer = await fetch(`${app}/readyz`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  return answer.ok && ((await answer.json()) as { temporal?: string }).temporal === 'ok';
}

/** Hosts reconnect what has ended, unless their plan is to leave it. True if any did. */
export function reconnectHosts({ hosts }: Cast, chronicle: Chronicle): Promise<boolean> {
  return anyOf(hosts, async ({ client, plan, label, account }) => {
    const { provider } = plan;
    const { status } = await askUntilDone(() => client.integration(provider));
    if (status === 'connected') return false;
    if (plan.finalAct === 'leave') {
      chronicle.tell(`host ${label}`, `leaves ${provider} ${status}`);
      return false;
    }
    const connected = await askUntilAnswered(async () => {
      await client.connect(provider, account);
      if ((await client.integration(provider)).status !== 'connected') throw new Error('not yet');
    });
    chronicle.tell(`host ${label}`, `connects ${provider} again → ${inWords(connected)}`);
    return true;
  });
}

/** Hosts with a working connection request the links that are still missing. True if any did. */
export function requestMissingLinks({ hosts }: Cast, chronicle: Chronicle): Promise<boolean> {
  return anyOf(hosts, async ({ client, plan, label }) => {
    const { status, bookingsWithoutLink } = await askUntilDone(() => client.integration(plan.provider));
    if (status !== 'connected' || bookingsWithoutLink === 0) return false;
    const path = `/api/v1/integrations/${plan.provider}/create-missing-links`;
    const asked = await askUntilAnswered(() => client.json('POST', path));
    chronicle.tell(`host ${label}`, `asks for ${bookingsWithoutLink} missing links → ${inWords(asked)}`);
    return true;
  });
}

async function anyOf(hosts: readonly CastHost[], work: (host: CastHost) => Promise<boolean>): Promise<boolean> {
  return (await Promise.all(hosts.map(work))).includes(true);
}
