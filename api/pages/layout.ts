import { html, type Html, nothing } from '#mail/html.ts';

interface Page {
  readonly title: string;
  readonly main: Html;
  readonly head?: Html;
  /** Search engines keep out. */
  readonly hidden?: boolean;
  readonly supportEmail?: string;
}

const robots = html`<meta name="robots" content="noindex, nofollow" />`;

/** A whole page rendered on the server; works without script. */
export function layout({ title, main, head = nothing, hidden = false }: Page): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Insytical</title>
        <link rel="stylesheet" href="/static/plain.css" />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        ${hidden ? robots : nothing} ${head}
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <main id="main">${main}</main>
        ${footer}
      </body>
    </html>`.html;
}

const footer = html`<footer>
  <nav aria-label="About Insytical">
    <a href="/">Insytical</a> <a href="/privacy">Privacy</a> <a href="/support">Support</a>
  </nav>
</footer>`;
