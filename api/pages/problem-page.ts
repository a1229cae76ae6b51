import { html, type Html, nothing } from '#html';
import { translatorFor } from '#messages/compile.ts';
import { pages } from '#messages/en/pages.ts';
import { type Rendering, renderView } from './page.ts';

interface Shown {
  readonly status: number;
  readonly title: string;
  readonly detail?: string | undefined;
}

/** A problem where people look; the same page for everything that is not there, so that it does not tell the reason. */
export async function sendProblemPage(rendering: Rendering, problem: Shown): Promise<void> {
  const { status } = problem;
  const [title, main] = status === 404 ? [t('notFound.title'), NOT_FOUND] : [problem.title, other(problem)];
  await renderView(rendering, { kind: 'article', title, hidden: true, html: main.html }, { status });
}

const t = translatorFor<typeof pages>(pages, 'en');

const NOT_FOUND: Html = html`<div class="card narrow centred">
  <h1>${t('notFound.title')}</h1>
  <p>${t('notFound.text')}</p>
  <p><a class="button" href="/support">${t('problem.help')}</a></p>
</div>`;

const other = ({ status, title, detail }: Shown): Html =>
  html`<div class="card narrow centred">
    <h1>${title}</h1>
    ${detail === undefined ? nothing : html`<p>${detail}</p>`}
    ${status >= 500 || status === 429 ? html`<p>Please try again in a moment.</p>` : nothing}
    <p><a class="button" href="/support">${t('problem.help')}</a></p>
  </div>`;
