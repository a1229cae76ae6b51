/** The API as `npm start` runs it: `/` also shows where the parts of the stack are. */
import { serveApi } from '#api/serve.ts';
import { nothing } from '#html';
import { homeSection } from './home-section.ts';
import { readStackFile } from './stack-file.ts';

const { DATA_DIR = '' } = process.env;

await serveApi(async () => {
  const file = await readStackFile(DATA_DIR);
  return file === undefined ? nothing : homeSection(file);
});
