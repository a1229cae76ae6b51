import { writeFile } from 'node:fs/promises';
import { generateTypes } from './generate.ts';

await writeFile(new URL('types.ts', import.meta.url), await generateTypes());
