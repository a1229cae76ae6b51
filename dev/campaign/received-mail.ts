import { createHash } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { type CalendarEntry, readCalendar } from '#dev/clients/calendar.ts';
import type { Received } from '#dev/mail-server/mail-server.ts';

/** A mail as it came in, once for each time that it came. */
export interface ReceivedMail {
  readonly to: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whether the sender was told that it arrived. */
  readonly answered: boolean;
  readonly messageId: string;
  /** Of everything that came over the line. */
  readonly digest: string;
  readonly subject: string;
  readonly text: string;
  /** The conversation it belongs to, which bears the id of its booking or connection. */
  readonly thread: string;
  readonly entry: CalendarEntry | null;
}

/** Reads a mail as its reader's program does. */
export async function parseMail({ to, at, answered, source }: Received): Promise<ReceivedMail> {
  const mail = await simpleParser(Buffer.from(source, 'latin1'));
  const file = mail.attachments.find(({ contentType }) => /calendar|ics/.test(contentType));
  return {
    to,
    at,
    answered,
    messageId: mail.messageId ?? '',
    digest: createHash('sha256').update(source, 'latin1').digest('hex').slice(0, 12),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    thread: [mail.references ?? []].flat().join(' '),
    entry: file === undefined ? null : readCalendar(file.content.toString('utf8').replaceAll('\r\n ', '')),
  };
}
