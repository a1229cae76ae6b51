import { html, nothing } from '#html';
import { type Rendering, renderView, translatorOfPage } from './page.ts';

interface Shown {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail?: string | undefined;
}

/** A problem where people look; the same page for everything that is not there, so that it does not tell the reason. */
export async function sendProblemPage(rendering: Rendering, problem: Shown): Promise<void> {
  const { code, status } = problem;
  const t = translatorOfPage(rendering);
  const told = status === 404 ? t('notFound.text') : (t.ifAny(`refused.${code}`) ?? t.ifAny(`problem.${code}`));
  const isEnglish = told === null;
  const title = isEnglish ? problem.title : t(status === 404 ? 'notFound.title' : 'failed.page');
  const text = told ?? problem.detail;
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    ${text === undefined ? nothing : html`<p>${text}</p>`}
    <p><a class="button" href="/support">${isEnglish ? 'Get help' : t('failed.help')}</a></p>
  </div>`;
  await renderView(
    rendering,
    { kind: 'article', title, hidden: true, html: main.html },
    { status, only: isEnglish ? 'en' : undefined },
  );
}
