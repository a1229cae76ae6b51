import { until } from '#dev/processes/until.ts';

/** A mail as the mailbox has it; only what tests look at. */
export interface Mail {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly to: readonly { readonly address: string; readonly name?: string }[];
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly attachments: readonly { readonly generatedFileName: string; readonly contentType: string }[];
}

interface Wanted {
  readonly to?: string;
  readonly subject?: RegExp;
}

export interface Mailbox {
  /** Every mail that fits, oldest first. */
  all(wanted?: Wanted): Promise<Mail[]>;
  /** Waits for the first mail that fits. */
  first(wanted: Wanted, timeoutMs?: number): Promise<Mail>;
  /** Waits until at least `count` mails fit. */
  atLeast(count: number, wanted: Wanted, timeoutMs?: number): Promise<Mail[]>;
  /** The raw message, headers and MIME parts. */
  source(mail: Mail): Promise<string>;
  /** The calendar file of a mail; undefined where it has none. */
  ics(mail: Mail): Promise<string | undefined>;
}

/** Reads the mailbox at `url` over its REST interface. */
export function readMailbox(url: string): Mailbox {
  const all = async ({ to, subject }: Wanted = {}) => {
    const mails = (await (await fetch(`${url}/api/email`)).json()) as Mail[];
    return mails.filter(
      (mail) =>
        (to === undefined || mail.to.some(({ address }) => address === to)) &&
        (subject === undefined || subject.test(mail.subject)),
    );
  };
  const atLeast = (count: number, wanted: Wanted, timeoutMs = 20_000) =>
    until(
      async () => {
        const mails = await all(wanted);
        return mails.length >= count && mails;
      },
      { what: `${count} mail(s) to ${wanted.to ?? 'anybody'} about ${wanted.subject ?? 'anything'}`, timeoutMs },
    );
  return {
    all,
    atLeast,
    async first(wanted, timeoutMs) {
      const [mail] = await atLeast(1, wanted, timeoutMs);
      return mail as Mail;
    },
    source: async ({ id }) => (await fetch(`${url}/api/email/${id}/source`)).text(),
    async ics({ id, attachments }) {
      const file = attachments.find(({ contentType }) => contentType.includes('calendar'));
      if (file === undefined) return undefined;
      return (await fetch(`${url}/api/email/${id}/attachment/${file.generatedFileName}`)).text();
    },
  };
}
