import { mkdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

interface Claim {
  /** Tells a second `npm start`, which is refused, where we serve. */
  tell(address: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Makes this process the only stack on a data folder, for as long as it lives: a lock of the operating system's, so that
 * no death leaves a stale one. Throws with the first one's address where there is one already.
 */
export async function claimFolder(folder: string): Promise<Claim> {
  // Only what is meant for others (Postgres' user, which passes through) is open to them.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const note = join(folder, 'running-at');
  const lock = new DatabaseSync(join(folder, 'running.lock'));
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (error) {
    lock.close();
    const address = await readFile(note, 'utf8').catch(() => 'an address it has yet to choose');
    throw new Error(
      `Already running on ${folder}, at ${address}. Stop that one first, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
  await rm(note, { force: true });
  return {
    tell: (address) => writeFile(note, address),
    async release() {
      await rm(note, { force: true });
      if (lock.isOpen) lock.close();
    },
  };
}
