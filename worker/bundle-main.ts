import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BundleKind, BUNDLES, bundleWorkflows } from './bundle.ts';
import { temporalLogger } from './logger.ts';

/** Builds the workflows into a folder, for an image whose workers find it by WORKFLOW_BUNDLE_DIR: `node worker/bundle-main.ts <folder>`. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder: node worker/bundle-main.ts <folder>');
await mkdir(folder, { recursive: true });
for (const kind of ['plain', 'traced'] satisfies BundleKind[]) {
  const { code } = await bundleWorkflows(temporalLogger, kind);
  await writeFile(join(folder, BUNDLES[kind]), code);
}
