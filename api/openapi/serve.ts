import { operations } from '../operations.ts';
import type { Html } from '#html';
import { sendEnglishArticle } from '../pages/article.ts';
import type { Page } from '../pages/page.ts';
import { type ApiDocument, describeApi } from './document.ts';
import { docsPage } from './docs-page.ts';

interface Written {
  readonly json: Buffer;
  readonly page: Html;
}

const written = new Map<string, Written>();

/** Made at the first question: the surface does not change while we run. */
function write(baseUrl: string): Written {
  const known = written.get(baseUrl);
  if (known !== undefined) return known;
  const document: ApiDocument = describeApi(operations, baseUrl);
  const made = { json: Buffer.from(JSON.stringify(document)), page: docsPage(document) };
  written.set(baseUrl, made);
  return made;
}

export const openApiFile: Page = {
  method: 'get',
  path: '/openapi.json',
  handle({ ctx, deps }) {
    ctx.status = 200;
    ctx.type = 'application/json';
    ctx.body = write(deps.config.PUBLIC_URL).json;
  },
};

export const docs: Page = {
  method: 'get',
  path: '/docs',
  async handle(call) {
    call.ctx.set('Cache-Control', 'no-cache');
    await sendEnglishArticle(call, {
      title: 'How the API works',
      description: 'Every route, body, answer and error code of the Insytical scheduler.',
      main: write(call.deps.config.PUBLIC_URL).page,
    });
  },
};
