import { html, type Html, nothing, richHtml } from '#html';
import { isFromThisMachine } from '../client-address.ts';
import { sendArticle } from './article.ts';
import { linkTo, type Page, translatorOfPage } from './page.ts';

/** `/`: what this is. */
export const homePage: Page = {
  method: 'get',
  path: '/',
  async handle(call) {
    const { ctx, deps } = call;
    // Development's names demo hosts with their passwords.
    const section = isFromThisMachine(ctx, deps.config.PUBLIC_URL) ? await deps.homeSection?.() : undefined;
    const t = translatorOfPage(call);
    ctx.set('Cache-Control', 'no-cache');
    await sendArticle(call, {
      title: t('home.title'),
      description: t('home.about'),
      main: html`<div class="column">
        <section class="opening">
          <h1>${t('home.heading')}</h1>
          <p class="lead">${t('home.lead')}</p>
          <div class="buttons">
            <a class="button primary" href="/login?mode=sign-up">${t('home.create')}</a>
            <a class="button" href="/login">${t('home.logIn')}</a>
          </div>
        </section>
        ${section ?? nothing}
        <p class="small soft">
          ${richHtml(t.rich<'home.developers', Html>('home.developers', { link: linkTo('/docs') }))}
        </p>
      </div>`,
    });
  },
};
