import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LOOK_MS = 10_000;
const QUIETLY = ['--disable-pip-version-check', '--no-input', '--quiet'];
const EXACTLY = ['--no-deps', '--only-binary=:all:', '--require-hashes'];

/** The program that is Python 3 from this minor version on, with pip; undefined where there is none. */
export async function findPython(minor: number): Promise<string | undefined> {
  const fits = `import sys, pip; sys.exit(sys.version_info < (3, ${minor}))`;
  for (const python of ['python3', 'python']) {
    const isThere = await run(python, ['-c', fits], { timeout: LOOK_MS }).then(
      () => true,
      () => false,
    );
    if (isThere) return python;
  }
  return undefined;
}

/**
 * Brings what a requirements file names, pinned by hash and built already, into a folder that no other Python program
 * sees. @throws Error with pip's last line where there is no index to be reached or nothing for this platform
 */
export async function installPinned(python: string, requirements: string, folder: string, within: number) {
  const args = ['-m', 'pip', 'install', ...QUIETLY, ...EXACTLY, '-r', requirements, '--target', folder];
  await run(python, args, { timeout: within }).catch((error: { stderr?: string }) => {
    throw new Error(error.stderr?.trim().split('\n').at(-1) || 'failed', { cause: error });
  });
}
