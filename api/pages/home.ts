import { html, nothing } from '#html';
import { isFromThisMachine } from '../client-address.ts';
import { sendArticle } from './article.ts';
import type { Page } from './page.ts';

const DESCRIPTION =
  'A booking page whose every confirmed booking gets a real Zoom, Teams or Google Meet conference, kept in step until the meeting is over.';

/** `/`: what this is. */
export const homePage: Page = {
  method: 'get',
  path: '/',
  async handle(call) {
    const { ctx, deps } = call;
    // Development's names demo hosts with their passwords.
    const section = isFromThisMachine(ctx, deps.config.PUBLIC_URL) ? await deps.homeSection?.() : undefined;
    ctx.set('Cache-Control', 'no-cache');
    await sendArticle(call, {
      title: 'Booking pages with a meeting behind every booking',
      description: DESCRIPTION,
      main: html`<div class="column">
        <section class="opening">
          <h1>A booking page, and a real meeting behind every booking</h1>
          <p class="lead">
            Publish your availability. Guests pick a time and get a Zoom, Microsoft Teams or Google Meet link within a
            minute. When they reschedule or cancel, the meeting follows.
          </p>
          <div class="buttons">
            <a class="button primary" href="/login?mode=sign-up">Create your booking page</a>
            <a class="button" href="/login">Log in</a>
          </div>
        </section>
        ${section ?? nothing}
        <p class="small soft">Developers: <a href="/docs">API reference</a>.</p>
      </div>`,
    });
  },
};
