import { html, type Html, nothing } from '#mail/html.ts';
import { frame } from '../layout.ts';
import { headOf, type PageWords } from '../head.ts';

interface Filling extends PageWords {
  /** The page without script. */
  readonly plain: Html;
  /** Answers of the API that the script would ask for first, by their path. */
  readonly data: Readonly<Record<string, unknown>>;
}

const plainStyle = html`<noscript><link rel="stylesheet" href="/static/plain.css" /></noscript>`;

/** The built guest page with its title, what it shows without script, and the first answers of the API. */
export function fillGuestPage(page: string, { plain, data, ...words }: Filling): string {
  const { title, meta } = headOf(words);
  return page
    .replace('<title>Insytical</title>', () => title.html)
    .replace('<!--page-head-->', () => meta.html + plainStyle.html)
    .replace('<!--page-plain-->', () => frame(plain).html)
    .replace('<!--page-data-->', () => dataScript(data).html);
}

/** Data, never run: the pages' policy lets no inline script run, and no text in it can end the element. */
function dataScript(data: Filling['data']): Html {
  if (Object.keys(data).length === 0) return nothing;
  const json = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  return { html: `<script type="application/json" id="page">${json}</script>` };
}
