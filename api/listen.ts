/** `npm run api`: the API with the pages it serves. */
import { serveApi } from './serve.ts';

await serveApi();
