import { randomUUIDv7 } from 'node:crypto';
import type { Config } from '#config';
import { html } from '#mail/html.ts';
import type { OutgoingMail } from '#mail/transport.ts';

export interface AccountMail {
  readonly to: string;
  readonly subject: string;
  /** Why it came, since anybody may type anybody's address. */
  readonly why: string;
  /** What the link does, as its text. */
  readonly action: string;
  /** The same, short, before the address in the text part. */
  readonly label: string;
  readonly url: string;
  readonly advice: string;
  /** Begins the message's id. */
  readonly kind: string;
  readonly config: Pick<Config, 'MAIL_FROM' | 'SUPPORT_EMAIL' | 'PUBLIC_URL'>;
}

/** A mail about a host's way in: why it came, one link, and what to do if it was not asked for. */
export function accountMail({ to, subject, why, action, label, url, advice, kind, config }: AccountMail): OutgoingMail {
  const { MAIL_FROM, SUPPORT_EMAIL, PUBLIC_URL } = config;
  const page = html`<!doctype html>
    <html lang="en">
      <body style="font: 16px/1.5 system-ui, sans-serif; color: #1a1d21">
        <p>${why}</p>
        <p><a href="${url}">${action}</a></p>
        <p>${advice}</p>
        <p style="color: #5c636b">Questions? ${SUPPORT_EMAIL}</p>
      </body>
    </html>`;
  return {
    from: { name: 'Insytical', address: MAIL_FROM },
    to: { name: '', address: to },
    replyTo: { name: 'Insytical', address: SUPPORT_EMAIL },
    subject,
    text: `${why}\n\n${label}: ${url}\n\n${advice}\n\nQuestions? ${SUPPORT_EMAIL}\n`,
    html: page.html,
    ics: null,
    headers: { 'Auto-Submitted': 'auto-generated' },
    messageId: `<${kind}-${randomUUIDv7()}@${new URL(PUBLIC_URL).hostname}>`,
  };
}
