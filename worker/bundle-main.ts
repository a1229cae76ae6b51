import { writeBundles } from './bundle.ts';

/** For an image: `node worker/bundle-main.ts <folder>`. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder: node worker/bundle-main.ts <folder>');
await writeBundles(folder);
