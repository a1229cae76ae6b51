import { z } from 'zod';
import { until } from './until.ts';

const person = z.object({ address: z.string(), name: z.string().optional() });
const mailSchema = z.object({
  id: z.string(),
  subject: z.string().default(''),
  to: z.array(person).default([]),
  text: z.string().default(''),
  html: z.union([z.string(), z.literal(false)]).optional(),
  messageId: z.string().optional(),
  headers: z.record(z.string(), z.unknown()).default({}),
  attachments: z
    .array(
      z.object({ generatedFileName: z.string().optional(), fileName: z.string().optional(), contentType: z.string() }),
    )
    .default([]),
});

export type Mail = z.output<typeof mailSchema>;

/**
 * What a mail of ours tells of, by its subject: `Confirmed`, `Reminder`, `Zoom link`. Mails with an entry for the
 * calendar say it last.
 */
export const kindOf = ({ subject }: Pick<Mail, 'subject'>): string =>
  / – ([^–]+)$/.exec(subject)?.[1] ?? subject.split(':')[0] ?? '';

/** The one-machine stack's mailbox, by maildev's REST interface. */
export interface Mailbox {
  readonly all: () => Promise<Mail[]>;
  readonly to: (address: string) => Promise<Mail[]>;
  /** Waits for a mail to `address` whose subject matches. `within` in milliseconds. */
  readonly awaitMail: (address: string, subject: RegExp, within?: number) => Promise<Mail>;
  /** The calendar file that came with a mail, unfolded; null where none did. */
  readonly calendarOf: (mail: Mail) => Promise<string | null>;
}

/** The mailbox whose web page is at `base`. */
export function openMailbox(base: string): Mailbox {
  const list = async (query: Readonly<Record<string, string>>) => {
    const response = await fetch(`${base}/api/email?${new URLSearchParams(query)}`);
    return z.array(mailSchema).parse(await response.json());
  };
  const all = () => list({});
  const to = (address: string) => list({ 'to.address': address.toLowerCase() });
  return {
    all,
    to,
    awaitMail: (address, subject, within = 20_000) =>
      until(
        `a mail matching ${subject}`,
        async () => (await to(address)).findLast((mail) => subject.test(mail.subject)),
        {
          within,
          every: 200,
        },
      ),
    async calendarOf({ id, attachments }) {
      const file = attachments.find(({ contentType }) => /calendar|ics/.test(contentType));
      const name = file?.generatedFileName ?? file?.fileName;
      if (name === undefined) return null;
      const response = await fetch(`${base}/api/email/${id}/attachment/${encodeURIComponent(name)}`);
      return (await response.text()).replaceAll('\r\n ', '');
    },
  };
}
