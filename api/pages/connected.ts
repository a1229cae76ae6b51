import { z } from 'zod';
import { html, nothing } from '#mail/html.ts';
import { layout } from './layout.ts';
import { type Page, sendPage } from './page.ts';

const asked = z.object({
  attempt: z.uuid().catch(''),
  outcome: z.enum(['succeeded', 'failed']).catch('failed'),
  provider: z.string().max(40).catch(''),
  code: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional()
    .catch(undefined),
});

/**
 * `/oauth/done`: where the connect window ends. Its script tells the page that opened it and closes the window; it has
 * no Cross-Origin-Opener-Policy, which would take the window out of reach of its own `close`.
 */
export const connectedPage: Page = {
  method: 'get',
  path: '/oauth/done',
  handle({ ctx, deps, query }) {
    const { attempt, outcome, provider, code } = asked.parse(Object.fromEntries(query));
    const name = deps.providers.get(provider)?.manifest.name ?? 'The meeting platform';
    const title = outcome === 'succeeded' ? `${name} is connected` : `${name} was not connected`;
    sendPage(
      ctx,
      layout({
        title,
        hidden: true,
        head: attempt === '' ? nothing : html`<script type="module" src="/static/connected.js"></script>`,
        main: html`<div
          class="card narrow centred"
          id="attempt"
          data-attempt="${attempt}"
          data-outcome="${outcome}"
          data-code="${code ?? ''}"
        >
          <h1>${title}</h1>
          <p>You can close this window.</p>
          <p><a class="button" href="/user/integrations">Back to Integrations</a></p>
        </div>`,
      }),
    );
  },
};
