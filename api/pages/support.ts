import { html, type Html, richHtml } from '#html';
import { sendArticle } from './article.ts';
import { linkTo, type Page, translatorOfPage } from './page.ts';

/** `/support`: the most frequent questions, and whom to ask. */
export const supportPage: Page = {
  method: 'get',
  path: '/support',
  async handle(call) {
    const { ctx, deps } = call;
    const email = deps.config.SUPPORT_EMAIL;
    const t = translatorOfPage(call);
    const write = t.rich<'support.write', Html>('support.write', { email, address: linkTo(`mailto:${email}`) });
    const help = t.rich<'support.help', Html>('support.help', { link: linkTo('/help') });
    const logIn = t.rich<'support.logInText', Html>('support.logInText', { link: linkTo('/login') });
    const integrations = linkTo('/user/integrations');
    const reconnect = t.rich<'support.reconnectText', Html>('support.reconnectText', { link: integrations });
    ctx.set('Cache-Control', 'no-cache');
    await sendArticle(call, {
      title: t('shell.support'),
      description: t('support.about'),
      main: html`<article class="column text">
        <h1>${t('shell.support')}</h1>
        <p>${richHtml(write)} ${richHtml(help)}</p>
        <h2>${t('support.guests')}</h2>
        <h3>${t('support.noLink')}</h3>
        <p>${t('support.noLinkText')}</p>
        <h3>${t('support.change')}</h3>
        <p>${t('support.changeText')}</p>
        <h2>${t('support.hosts')}</h2>
        <h3>${t('support.logIn')}</h3>
        <p>${richHtml(logIn)}</p>
        <h3>${t('support.popup')}</h3>
        <p>${t('support.popupText')}</p>
        <h3>${t('support.reconnect')}</h3>
        <p>${richHtml(reconnect)}</p>
        <h3>${t('support.missing')}</h3>
        <p>${t('support.missingText')}</p>
      </article>`,
    });
  },
};
