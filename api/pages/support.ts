import { html } from '#html';
import { sendArticle } from './article.ts';
import type { Page } from './page.ts';

/** `/support`: the most frequent questions, and whom to ask. */
export const supportPage: Page = {
  method: 'get',
  path: '/support',
  async handle(call) {
    const { ctx, deps } = call;
    const address = deps.config.SUPPORT_EMAIL;
    ctx.set('Cache-Control', 'no-cache');
    await sendArticle(call, {
      title: 'Support',
      description: 'Help with bookings, links and connections.',
      main: html`<article class="column text">
        <h1>Support</h1>
        <p>
          Write to <a href="mailto:${address}">${address}</a>. We are glad to help. How to connect a meeting platform
          and what becomes of its links is on the <a href="/help">help page</a>.
        </p>
        <h2>If you booked a time</h2>
        <h3>The mail has no link to the meeting</h3>
        <p>
          Your booking is valid. The host has not connected the meeting platform, or the connection has ended. The host
          can connect it and send the mail again, or send you a link by hand.
        </p>
        <h3>I want to move or cancel the meeting</h3>
        <p>Open the link in your confirmation mail. It works until a day after the meeting.</p>
        <h2>If you are a host</h2>
        <h3>I cannot log in</h3>
        <p>
          On <a href="/login">the login page</a>, “Mail me a login link” needs no password, and “Forgot your password?”
          mails a link to set a new one. You can change it under <a href="/user/account">Settings → Account</a>.
        </p>
        <h3>The “Connect” window does not open</h3>
        <p>
          Allow popups for this site in your browser, then click Connect again. If it is still blocked, the connection
          continues in the same window.
        </p>
        <h3>A card says “Reconnect needed”</h3>
        <p>
          The platform revoked our access: the app was removed there, your password changed, or access ran out. Click
          Reconnect on the card under <a href="/user/integrations">Settings → Integrations</a>.
        </p>
        <h3>A booking has no link</h3>
        <p>
          Connect the platform and use “Create links”, or open the booking and send the mail again or paste a link of
          your own.
        </p>
      </article>`,
    });
  },
};
