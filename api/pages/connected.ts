import { z } from 'zod';
import { html } from '#html';
import { type Page, sendView, translatorOfPage } from './page.ts';

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
    const t = translatorOfPage(call);
    const name = deps.providers.get(provider)?.manifest.name ?? t('connected.platform');
    const title = t(outcome === 'succeeded' ? 'connected.yes' : 'connected.no', { name });
    const main = html`<div
      class="card narrow centred"
      id="attempt"
      data-attempt="${attempt}"
      data-outcome="${outcome}"
      data-code="${code ?? ''}"
    >
      <h1>${title}</h1>
      <p>${t('connected.close')}</p>
      <p><a class="button" href="/user/integrations">${t('connected.back')}</a></p>
    </div>`;
    const script = attempt === '' ? null : '/static/connected.js';
    await sendView(call, { kind: 'article', title, hidden: true, html: main.html, script });
  },
};
