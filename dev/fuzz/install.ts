import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fillFolder } from '../temporal/cached-folder.ts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const INSTALL_MS = 300_000;
const run = promisify(execFile);

/** How to run schemathesis here: the program, its first arguments and what it needs in the environment. */
export interface Schemathesis {
  readonly python: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Schemathesis at the version and hashes of requirements.txt, in a folder of its own below `.cache`, which no other Python
 * program sees. @throws Error with a short sentence where there is no Python 3.11 with pip, or no index to be reached
 */
export async function installSchemathesis(say: (line: string) => void): Promise<Schemathesis> {
  const python = await findPython();
  const pinned = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const folder = join(import.meta.dirname, '../../.cache/schemathesis', pinned);
  if (!existsSync(folder)) {
    say('Fetching schemathesis with pip …');
    await fillFolder(folder, async (staging) => {
      const quiet = ['--disable-pip-version-check', '--no-input', '--quiet'];
      const exactly = ['--no-deps', '--only-binary=:all:', '--require-hashes', '-r', REQUIREMENTS];
      await run(python, ['-m', 'pip', 'install', ...quiet, ...exactly, '--target', staging], { timeout: INSTALL_MS });
    });
  }
  return { python, args: ['-m', 'schemathesis.cli'], env: { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' } };
}

const NEW_ENOUGH = 'import sys, pip; sys.exit(sys.version_info < (3, 11))';

async function findPython(): Promise<string> {
  for (const python of ['python3', 'python']) {
    try {
      await run(python, ['-c', NEW_ENOUGH], { timeout: 10_000 });
      return python;
    } catch {
      // the next name
    }
  }
  throw new Error('There is no Python 3.11 or newer with pip here.');
}
