import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillFolder } from '#dev/fetched/fill-folder.ts';
import { findPython, installPinned } from '#dev/fetched/pip.ts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const INSTALL_MS = 300_000;

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
  const python = await findPython(11);
  if (python === undefined) throw new Error('There is no Python 3.11 or newer with pip here.');
  const pinned = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const folder = join(import.meta.dirname, '../../.cache/schemathesis', pinned);
  if (!existsSync(folder)) {
    say('Fetching schemathesis with pip …');
    await fillFolder(folder, (staging) => installPinned(python, REQUIREMENTS, staging, INSTALL_MS));
  }
  return { python, args: ['-m', 'schemathesis.cli'], env: { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' } };
}
