import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { html } from '#html';

/** A designer's own website, on an origin of its own, that shows the booking page `link` (`handle/slug`). The caller closes it. */
export async function openWebsite(app: string, link: string): Promise<{ readonly url: string; close(): void }> {
  const { html: page } = html`<!doctype html>
    <html lang="en">
      <head>
        <title>Studio Lindqvist</title>
        <style>
          body {
            margin: 0;
            color: #2b2118;
            background: #f7f1e8;
            font:
              17px/1.5 Georgia,
              serif;
          }
          main {
            max-width: 1020px;
            margin: 0 auto;
            padding: 28px;
          }
          h1 {
            margin: 0;
            font-size: 40px;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>Studio Lindqvist</h1>
          <p>Logos, posters and the odd shop sign. Tell me what you have in mind:</p>
          <div data-insytical-inline="${link}"></div>
        </main>
        <script src="${app}/embed.js" async></script>
      </body>
    </html>`;
  const server: Server = createServer((_, response) => void response.setHeader('content-type', 'text/html').end(page));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
