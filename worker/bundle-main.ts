import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLE_FILE, bundleWorkflows } from './bundle.ts';
import { temporalLogger } from './logger.ts';

/** Builds the workflows into a folder, for an image whose workers find it by WORKFLOW_BUNDLE_DIR: `node worker/bundle-main.ts <folder>`. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder: node worker/bundle-main.ts <folder>');
const { code } = await bundleWorkflows(temporalLogger);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, BUNDLE_FILE), code);
