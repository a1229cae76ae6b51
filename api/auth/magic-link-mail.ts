import { randomUUIDv7 } from 'node:crypto';
import type { Config } from '#config';
import { html } from '#mail/html.ts';
import type { OutgoingMail } from '#mail/transport.ts';

interface MagicLink {
  readonly email: string;
  readonly url: string;
  readonly config: Pick<Config, 'MAIL_FROM' | 'SUPPORT_EMAIL' | 'PUBLIC_URL'>;
}

/** The mail that logs a host in. It says why it came, since anybody may type anybody's address. */
export function magicLinkMail({ email, url, config }: MagicLink): OutgoingMail {
  const { MAIL_FROM, SUPPORT_EMAIL, PUBLIC_URL } = config;
  const sender = { name: 'Insytical', address: MAIL_FROM };
  const why = 'You get this mail because somebody, hopefully you, asked to log in to Insytical with this address.';
  const advice = 'The link works once and for 15 minutes. If it was not you, nothing needs to be done.';
  const page = html`<!doctype html>
    <html lang="en">
      <body style="font: 16px/1.5 system-ui, sans-serif; color: #1a1d21">
        <p>${why}</p>
        <p><a href="${url}">Log in to Insytical</a></p>
        <p>${advice}</p>
        <p style="color: #5c636b">Questions? ${SUPPORT_EMAIL}</p>
      </body>
    </html>`;
  return {
    from: sender,
    to: { name: '', address: email },
    replyTo: { name: 'Insytical', address: SUPPORT_EMAIL },
    subject: 'Your link to log in to Insytical',
    text: `${why}\n\nLog in: ${url}\n\n${advice}\n\nQuestions? ${SUPPORT_EMAIL}\n`,
    html: page.html,
    ics: null,
    headers: { 'Auto-Submitted': 'auto-generated' },
    messageId: `<login-${randomUUIDv7()}@${new URL(PUBLIC_URL).hostname}>`,
  };
}
