import { html, type Html, nothing } from '#mail/html.ts';
import { headOf, type PageWords } from './head.ts';

interface Page extends PageWords {
  readonly main: Html;
  /** More for the head. */
  readonly head?: Html;
}

/** A whole page rendered on the server; works without script. */
export function layout({ main, head = nothing, ...words }: Page): string {
  const { title, meta } = headOf(words);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#191d1c" />
        ${title}${meta}
        <link rel="stylesheet" href="/static/plain.css" />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        ${head}
      </head>
      <body>
        ${frame(main)}
      </body>
    </html>`.html;
}

/** What stands around every plain page; also inside the script's page, for browsers without script. */
export const frame = (main: Html): Html =>
  html`<div class="plain">
    <a class="skip" href="#main">Skip to content</a>
    <main id="main">${main}</main>
    <footer>
      <nav aria-label="About Insytical">
        <a class="brand" href="/">Insytical</a> <a href="/help">Help</a> <a href="/privacy">Privacy</a>
        <a href="/support">Support</a>
      </nav>
    </footer>
  </div>`;
