/** `npm run test:fuzz -- --seconds 300`: schemathesis as two hosts against the API of a stack of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startOwnStack } from '#dev/stack/own-stack.ts';
import { readAnswered } from './answered.ts';
import { installSchemathesis, type Schemathesis } from './install.ts';
import { type Person, signUpWithBookings } from './people.ts';
import { settingsFor, usersFileOf } from './settings.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '300' }, seed: { type: 'string' } } });

interface Run {
  readonly app: string;
  readonly folder: string;
  readonly person: Person;
  readonly other: Person;
}

/** Fuzzes as one person; true when every answer was a documented one. */
async function fuzz({ python, args, env }: Schemathesis, { app, folder, person, other }: Run): Promise<boolean> {
  const settings = join(folder, `${person.name}.toml`);
  await writeFile(settings, settingsFor(person, other, join(folder, 'users.json')));
  const options = ['--max-time', values.seconds, '--continue-on-failure', '--no-color', '--warnings', 'off'];
  const seed = values.seed === undefined ? [] : ['--seed', values.seed];
  const child = spawn(
    python,
    [...args, '--config-file', settings, 'run', `${app}/openapi.json`, ...options, ...seed, '--request-timeout', '10'],
    { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  console.log(`\nAs ${person.name}:\n${Buffer.concat(output).toString()}`);
  return code === 0;
}

// Skips where schemathesis cannot be installed: that is no defect of the change under test.
const program = await installSchemathesis(console.log).catch((error: unknown) => {
  console.log(`Skipped: schemathesis cannot be had here. ${(error as Error).message}`);
  return null;
});
if (program !== null) {
  // A fuzzer asks oftener than any guest.
  process.env['RATE_LIMIT_SCALE'] ??= '10000';
  const folder = await mkdtemp(join(tmpdir(), 'insytical-fuzz-'));
  const stack = await startOwnStack(console.log);
  try {
    const { app } = stack.places;
    const ann = await signUpWithBookings(app, 'ann');
    const bob = await signUpWithBookings(app, 'bob');
    await writeFile(join(folder, 'users.json'), usersFileOf([ann, bob]));
    console.log(`Fuzzing ${app} as two hosts for ${values.seconds} s …`);
    const fine = await Promise.all([
      fuzz(program, { app, folder, person: ann, other: bob }),
      fuzz(program, { app, folder, person: bob, other: ann }),
    ]);
    const { byClass, neverGood } = await readAnswered(app);
    const counts = [...byClass]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([digit, count]) => `${count} × ${digit}xx`);
    console.log(`The API answered ${counts.join(', ')}.`);
    console.log(`Never with success: ${neverGood.join(', ') || 'none of its routes'}.`);
    if (fine.includes(false) || byClass.has('5')) process.exitCode = 1;
  } finally {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
