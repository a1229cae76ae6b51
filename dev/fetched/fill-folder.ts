import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Fills a cache folder aside and moves it in place; of two that do so at once, the later one's copy wins. */
export async function fillFolder(folder: string, fill: (staging: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const staging = await mkdtemp(`${folder}-`);
  try {
    await fill(staging);
    if (existsSync(folder)) await rm(folder, { recursive: true });
    await rename(staging, folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
