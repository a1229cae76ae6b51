import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MailMessage from 'nodemailer/lib/mailer/mail-message';
import type { WrittenMail } from '#domain/outbox.ts';
import { isEmailAddress } from '#domain/email-address.ts';
import type { RenderedMail } from '#mail/message.ts';

/** Permanent: the address is invalid, or the server answered 5xx to this message. Sending again would not help. */
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

/** Not now: the server is down, slow, busy or lets us not in, or its answer was lost. */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable';
  readonly code: string;
  /** False where the server cannot have the message: it was not given a byte of it, or has said no. */
  readonly mayHaveArrived: boolean;
  constructor(code: string, { mayHaveArrived }: { mayHaveArrived: boolean }) {
    super('The mail server could not be reached or did not accept the message for now.');
    this.code = code;
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** A rendered mail under its Message-ID. */
export type OutgoingMail = RenderedMail & { readonly messageId: string };

export interface MailTransport {
  /**
   * Hands a mail to the server. Throws MailRefused or MailUnavailable; neither carries names, addresses or the server's
   * words.
   */
  handOver(mail: WrittenMail): Promise<void>;
  /** Writes a mail that is handed over only once, and hands it over. Throws the same. */
  send(mail: OutgoingMail): Promise<void>;
  /** Whether a mail that is handed over now goes at once, or after few: the server keeps none waiting long. */
  isIdle(): boolean;
  close(): void;
}

/** The bytes of a mail. Throws MailRefused where an address is none. */
export async function writeMail({ ics, headers, ...mail }: OutgoingMail): Promise<WrittenMail> {
  if (![mail.to, mail.from, mail.replyTo].every(({ address }) => isEmailAddress(address))) throw new MailRefused(null);
  const message = new MailComposer({
    ...mail,
    headers: { ...headers },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(ics === null ? {} : { icalEvent: { method: ics.method, content: ics.content, filename: 'invite.ics' } }),
  }).compile();
  return { from: mail.from.address, to: mail.to.address, source: (await message.build()).toString('latin1') };
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
    // A pooled connection may have died of idleness; further retries are the caller's.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  async function handOver({ from, to, source }: WrittenMail): Promise<void> {
    const streams: Readable[] = [];
    const message = { envelope: { from, to }, raw: Buffer.from(source, 'latin1'), streams };
    await transport.sendMail({ ...message, signal: AbortSignal.timeout(deadlineMs) }).catch((error: unknown) => {
      throw verdictOn(
        error,
        streams.some(({ readableDidRead }) => readableDidRead),
      );
    });
  }
  transport.use('stream', noteStreams);
  return {
    handOver,
    send: async (mail) => handOver(await writeMail(mail)),
    isIdle: () => transport.isIdle(),
    close: () => transport.close(),
  };
}

/** Keeps the streams a message is read from: the pool reads none before the server has asked for the message. */
function noteStreams({ data, message }: MailMessage, done: () => void): void {
  const { streams } = data as { streams?: Readable[] };
  message.processFunc((stream) => {
    streams?.push(stream);
    return stream;
  });
  done();
}

// 530, 534, 535 and 538 speak of our credentials (RFC 4954 §6), which the operator can fix.
const ABOUT_US = [530, 534, 535, 538];

function verdictOn(error: unknown, wasRead: boolean): MailRefused | MailUnavailable {
  const { code = 'unknown', responseCode = 0 } = error as { code?: string; responseCode?: number };
  const aboutTheMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  const permanent = responseCode >= 500 && responseCode < 600 && !ABOUT_US.includes(responseCode);
  if (aboutTheMessage && permanent) return new MailRefused(responseCode);
  const saidNo = responseCode >= 400 && responseCode < 600;
  return new MailUnavailable(code, { mayHaveArrived: wasRead && !saidNo });
}
