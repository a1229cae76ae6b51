import { appendFile, mkdir, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailServer } from '#dev/mail-server/mail-server.ts';
import type { Stage, PlayedRound, Verdict } from './round.ts';
import { describeRound, describeViolations } from './describe-round.ts';

/** Of each process only the last words are kept. */
const LOG_BYTES = 400_000;

/** Appends what happened in a round to the file of its seed. */
export async function keepRound(folder: string, round: PlayedRound): Promise<void> {
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, `seed-${round.plan.seed}.txt`), `${describeRound(round)}\n`);
}

/** Keeps what a violation was found in: the story, everything observed, the mails as they came, the logs. */
export async function keepEvidence(
  folder: string,
  { stack, mailServer }: Stage,
  round: PlayedRound,
  verdict: Verdict,
): Promise<string> {
  const { seed, round: number } = round.plan;
  const home = join(folder, `seed-${seed}-round-${number}`);
  await mkdir(join(home, 'mails'), { recursive: true });
  await writeFile(join(home, 'story.txt'), describeViolations(round, verdict));
  await writeFile(join(home, 'plan.json'), JSON.stringify(round.plan, null, 2));
  await writeFile(join(home, 'observed.json'), JSON.stringify(verdict.observed, null, 2));
  await keepMails(join(home, 'mails'), mailServer, round);
  await keepLogs(home, join((await stack.environment())['DATA_DIR'] ?? '', 'logs'));
  return home;
}

async function keepMails(folder: string, { received }: MailServer, { cast }: PlayedRound): Promise<void> {
  const addresses = new Set([...cast.hosts, ...cast.guests].map(({ client }) => client.email.toLowerCase()));
  const theirs = received.filter(({ to }) => addresses.has(to));
  for (const [index, { to, source }] of theirs.entries())
    await writeFile(join(folder, `${String(index).padStart(3, '0')}-${to}.eml`), source, 'latin1');
}

async function keepLogs(home: string, logs: string): Promise<void> {
  for (const name of await readdir(logs)) {
    const file = await open(join(logs, name));
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(Math.min(size, LOG_BYTES)),
      position: Math.max(0, size - LOG_BYTES),
    });
    await file.close();
    await writeFile(join(home, name), buffer.subarray(0, bytesRead));
  }
}
