import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generateTypes } from './generate.ts';

test('the types of the client are those of the document', async () => {
  const kept = await readFile(new URL('types.ts', import.meta.url), 'utf8');
  expect(kept === (await generateTypes()), 'the API has changed: npm run client').toBe(true);
});
