/** `npm start`: everything on this machine, until Ctrl-C. */
import { startStack } from './stack/start-stack.ts';
import { summary } from './stack/summary.ts';

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
  process.exit(exitCode);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

try {
  const file = await stack.ready;
  if (!isStopping) say(summary(file, stack.dataFolder, (Date.now() - startedAt) / 1000));
} catch (error) {
  if (!isStopping) {
    console.error((error as Error).message);
    await stop(1);
  }
}
