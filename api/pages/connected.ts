import { z } from 'zod';
import { html } from '#html';
import { type Page, sendView } from './page.ts';

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
  async handle(call) {
    const { deps, query } = call;
    const { attempt, outcome, provider, code } = asked.parse(Object.fromEntries(query));
    const name = deps.providers.get(provider)?.manifest.name ?? 'The meeting platform';
    const title = outcome === 'succeeded' ? `${name} is connected` : `${name} was not connected`;
    const main = html`<div
      class="card narrow centred"
      id="attempt"
      data-attempt="${attempt}"
      data-outcome="${outcome}"
      data-code="${code ?? ''}"
    >
      <h1>${title}</h1>
      <p>You can close this window.</p>
      <p><a class="button" href="/user/integrations">Back to Integrations</a></p>
    </div>`;
    const script = attempt === '' ? null : '/static/connected.js';
    await sendView(call, { kind: 'article', title, hidden: true, html: main.html, script });
  },
};
