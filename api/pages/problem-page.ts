import { html, type Html, nothing } from '#html';
import { type Rendering, renderView } from './page.ts';

interface Shown {
  readonly status: number;
  readonly title: string;
  readonly detail?: string | undefined;
}

/** A problem where people look; the same page for everything that is not there, so that it does not tell the reason. */
export async function sendProblemPage(rendering: Rendering, problem: Shown): Promise<void> {
  const { status } = problem;
  const [title, main] = status === 404 ? ['Page not found', NOT_FOUND] : [problem.title, other(problem)];
  await renderView(rendering, { kind: 'article', title, hidden: true, html: main.html }, { status });
}

const NOT_FOUND: Html = html`<div class="card narrow centred">
  <h1>Page not found</h1>
  <p>
    There is nothing at this address, or the link has expired or is incomplete. Links to bookings work until a day after
    the meeting.
  </p>
  <p><a class="button" href="/support">Get help</a></p>
</div>`;

const other = ({ status, title, detail }: Shown): Html =>
  html`<div class="card narrow centred">
    <h1>${title}</h1>
    ${detail === undefined ? nothing : html`<p>${detail}</p>`}
    ${status >= 500 || status === 429 ? html`<p>Please try again in a moment.</p>` : nothing}
    <p><a class="button" href="/support">Get help</a></p>
  </div>`;
