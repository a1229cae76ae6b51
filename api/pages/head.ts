import { html, type Html, nothing } from '#mail/html.ts';

/** What a page says of itself before it is opened: in a tab, a list of results, a message it was pasted into. */
export interface PageWords {
  readonly title: string;
  readonly description?: string;
  /** Search engines keep out. */
  readonly hidden?: boolean;
}

const LONGEST_DESCRIPTION = 200;

/** A page's title and description for browsers and link previews; `hidden` keeps search engines away. */
export function headOf({ title, description, hidden = false }: PageWords): { title: Html; meta: Html } {
  const about = description?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_DESCRIPTION);
  return {
    title: html`<title>${title} · Insytical</title>`,
    meta: html`${hidden ? html`<meta name="robots" content="noindex, nofollow" />` : nothing}
    ${
      about === undefined || about === ''
        ? nothing
        : html`<meta name="description" content="${about}" />
            <meta property="og:title" content="${title}" />
            <meta property="og:description" content="${about}" />`
    }`,
  };
}
