import { html, type Html } from '#html';

const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1f2937 }
h1 { font-size: 1.4rem } table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .5rem .5rem .5rem 0;
border-bottom: 1px solid #d1d5db; vertical-align: top } button, input { font: inherit; padding: .3rem .6rem } form { display: inline }
.note { color: #4b5563 }`;

/**
 * A whole page. Like the providers' own it cuts its tie to the window that opened it, so that no code depends on
 * `window.opener` surviving the consent screen.
 */
export function page(title: string, content: Html, status = 200) {
  const { html: text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
  const headers = { 'cross-origin-opener-policy': 'same-origin', 'cache-control': 'no-store' };
  return { status, headers, body: text };
}
