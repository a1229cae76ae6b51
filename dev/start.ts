/** `npm start`: everything on this machine, until Ctrl-C. */
import { endChildren } from './processes/child.ts';
import { startStack } from './stack/start-stack.ts';
import { summary } from './stack/summary.ts';

/** One Ctrl-C may arrive twice, from the terminal and from npm; a second one after this long means: at once. */
const SAME_CTRL_C_MS = 1_000;
const PARENT_LOOK_MS = 500;
const startedAt = Date.now();
const say = (line: string) => console.log(line);

try {
  process.loadEnvFile('.env');
} catch {
  // There is none: the environment is as it is.
}

const stack = await startStack(process.env, say).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

let stoppingSince: number | undefined;

async function stop(exitCode: number, because: string): Promise<void> {
  if (stoppingSince !== undefined && Date.now() - stoppingSince < SAME_CTRL_C_MS) return;
  if (stoppingSince === undefined) say(`Stopping (${because}) …`);
  stoppingSince ??= Date.now();
  await stack.stop();
  await endChildren();
  process.exit(exitCode);
}

/** npm may be killed without telling us; a shell that started us may go and leave us running. */
function stopWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const npm = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(look);
    void stop(0, 'npm is gone');
  }, PARENT_LOOK_MS);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0, signal));
stopWithNpm();

try {
  const file = await stack.ready;
  if (stoppingSince === undefined) say(summary(file, stack.dataFolder, (Date.now() - startedAt) / 1000));
} catch (error) {
  if (stoppingSince === undefined) {
    console.error((error as Error).message);
    await stop(1, 'it did not come up');
  }
}
