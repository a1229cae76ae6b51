/**
 * `npm run test:campaign -- --rounds 20 --seed 1`: people act, faults strike, everything is healed, a judge looks.
 *
 * One stack lives through all rounds. In each, guests and hosts act for five seconds, by the API and at the providers,
 * while processes are killed or frozen, providers and the mail server fail, and notifications, tokens and workflows are
 * lost, all of it chosen from seed and round. Then everything is healed, and a judge who knows only ledgers, mailbox, API,
 * database and Temporal holds what came of it against the rules of `judge/judge.ts`. A violation is told as a story and
 * kept in `.data/campaign`; `--seed 1 --round 7` plays a round again, `--without kill` leaves a kind of fault out.
 */
import { parseArgs } from 'node:util';
import { openWorkflows } from '#dev/clients/workflows.ts';
import { startMailServer } from '#dev/mail-server/mail-server.ts';
import { endChildren } from '#dev/processes/child.ts';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';
import { playCampaign } from './campaign.ts';
import { SHORT_WAITS } from './short-waits.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    /** Plays this round alone. */
    round: { type: 'string' },
    /** Leaves out faults of these kinds, to find out what a violation needs. */
    without: { type: 'string', multiple: true, default: [] },
  },
});
const first = Number(values.round ?? 1);
const rounds = Array.from({ length: values.round === undefined ? Number(values.rounds) : 1 }, (_, at) => first + at);

const mailServer = await startMailServer();
const stack = createDisposableStack({ ...SHORT_WAITS, SMTP_URL: mailServer.url });

async function end(code: number): Promise<never> {
  await stack.dispose();
  await mailServer.down();
  await endChildren();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(130));

try {
  console.log('Starting a stack of its own …');
  await stack.start();
  const workflows = openWorkflows((await stack.file()).temporal);
  const violations = await playCampaign(
    { stack, mailServer, workflows },
    {
      seed: Number(values.seed),
      rounds,
      without: values.without,
    },
  );
  await workflows.close();
  console.log(violations === 0 ? '\nNo violation.' : `\n${violations} violations.`);
  await end(violations === 0 ? 0 : 1);
} catch (error) {
  console.error(error);
  await end(1);
}
