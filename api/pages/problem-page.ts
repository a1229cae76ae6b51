import { html } from '#html';
import type { ProblemCode } from '../problem.ts';
import { type Rendering, renderView, translatorOfPage } from './page.ts';

interface Shown {
  readonly code: ProblemCode;
  readonly status: number;
}

/** A problem where people look; the same page for everything that is not there, so that it does not tell the reason. */
export async function sendProblemPage(rendering: Rendering, { code, status }: Shown): Promise<void> {
  const t = translatorOfPage(rendering);
  const title = t(status === 404 ? 'notFound.title' : 'failed.page');
  const about = t.ifAny(`page.problem.${code}`) ?? t.ifAny(`refused.${code}`) ?? t.ifAny(`problem.${code}`);
  const text = status === 404 ? t('notFound.text') : (about ?? t('failed.other'));
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    <p>${text}</p>
    <p><a class="button" href="/support">${t('failed.help')}</a></p>
  </div>`;
  await renderView(rendering, { kind: 'article', title, hidden: true, html: main.html }, { status });
}
