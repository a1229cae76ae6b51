import { html } from '#mail/html.ts';
import { layout } from './layout.ts';
import { type Page, type PageCall, sendPage } from './page.ts';

const notBuilt = layout({
  title: 'The pages are not built yet',
  hidden: true,
  main: html`<div class="card narrow">
    <h1>The pages for hosts are not built yet</h1>
    <p>Run <code>npm run web:build</code> in the checkout, then reload this page.</p>
    <p>Guests’ pages and the API work without it.</p>
  </div>`,
});

/** Every page of the hosts is the same file: its script reads the address. */
async function hostPage({ ctx, frontEnd }: PageCall): Promise<void> {
  const build = await frontEnd.current();
  sendPage(ctx, build?.hostPage ?? notBuilt, build === null ? 503 : 200);
}

const goTo =
  (path: string) =>
  ({ ctx }: PageCall) =>
    ctx.redirect(path);

export const hostPages: readonly Page[] = [
  { method: 'get', path: '/signup', handle: goTo('/login?mode=sign-up') },
  { method: 'get', path: '/welcome', handle: goTo('/scheduler/event-types') },
  { method: 'get', path: '/scheduler', handle: goTo('/scheduler/event-types') },
  { method: 'get', path: '/user', handle: goTo('/user/integrations') },
  { method: 'get', path: '/:page', handle: hostPage },
  { method: 'get', path: '/:page/*rest', handle: hostPage },
];
