import { createTransport } from 'nodemailer';
import { isAddress } from '#mail/addresses.ts';
import type { RenderedMail } from '#mail/message.ts';

/** For good: the address is none, or the server said 5xx about this message. Sending again would not help. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  readonly smtpCode: number | null;
  constructor(smtpCode: number | null) {
    super(
      smtpCode === null ? 'The address cannot receive mail.' : `The mail server refused the message (${smtpCode}).`,
    );
    this.smtpCode = smtpCode;
  }
}

/** Not now: the server is down, slow, busy or lets us not in, or its answer was lost. The message may even have arrived. */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable';
  readonly code: string;
  constructor(code: string) {
    super('The mail server could not be reached or could not take the message now.');
    this.code = code;
  }
}

/** A rendered mail under its Message-ID, which stays the same when it is sent again. */
export type OutgoingMail = RenderedMail & { readonly messageId: string };

export interface MailTransport {
  /**
   * Hands the mail to the server. Throws MailRefused or MailUnavailable; neither carries names, addresses or the
   * server's words.
   */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

interface Options {
  /** Limit of each of: connecting, greeting, silence on the line. Milliseconds. */
  readonly timeoutMs?: number;
  /** Limit of one whole `send`; a server that trickles would never be silent. Milliseconds. */
  readonly deadlineMs?: number;
}

/** A pool of connections to the mail server at `smtpUrl` (`smtp://` or `smtps://`, with credentials if it wants any). */
export function openMailTransport(
  smtpUrl: string,
  { timeoutMs = 10_000, deadlineMs = 25_000 }: Options = {},
): MailTransport {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // A pooled connection may have died of idleness; anything more is for whoever called us to repeat.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      if (![mail.to, mail.from, mail.replyTo].every(({ address }) => isAddress(address))) throw new MailRefused(null);
      const { ics, headers, ...message } = mail;
      await transport
        .sendMail({
          ...message,
          headers: { ...headers },
          envelope: { from: mail.from.address, to: mail.to.address },
          xMailer: false,
          signal: AbortSignal.timeout(deadlineMs),
          ...(ics === null ? {} : { icalEvent: { method: ics.method, content: ics.content, filename: 'invite.ics' } }),
        })
        .catch((error: unknown) => {
          throw verdictOn(error);
        });
    },
    close: () => transport.close(),
  };
}

// 530, 534, 535 and 538 speak of our credentials (RFC 4954 §6): nobody's fault but the operator's, and mendable.
const ABOUT_US = [530, 534, 535, 538];

function verdictOn(error: unknown): MailRefused | MailUnavailable {
  const { code = 'unknown', responseCode = 0 } = error as { code?: string; responseCode?: number };
  const aboutTheMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  const permanent = responseCode >= 500 && responseCode < 600 && !ABOUT_US.includes(responseCode);
  return aboutTheMessage && permanent ? new MailRefused(responseCode) : new MailUnavailable(code);
}
