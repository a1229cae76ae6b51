/** `npm start`: everything on this machine, until Ctrl-C. */
import { endChildren } from './processes/child.ts';
import { startStack } from './stack/start-stack.ts';
import { summary } from './stack/summary.ts';

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

let isStopping = false;
async function stop(exitCode: number): Promise<void> {
  if (!isStopping) say('Stopping …');
  isStopping = true;
  await stack.stop();
  await endChildren();
  process.exit(exitCode);
}
/** npm may be killed without telling us; a shell that started us may go and leave us running. */
function stopWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && !isStopping && void stop(0), PARENT_LOOK_MS).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
stopWithNpm();

try {
  const file = await stack.ready;
  if (!isStopping) say(summary(file, stack.dataFolder, (Date.now() - startedAt) / 1000));
} catch (error) {
  if (!isStopping) {
    console.error((error as Error).message);
    await stop(1);
  }
}
