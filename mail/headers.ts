import { isEmailAddress } from '#domain/email-address.ts';
import { threadOf } from '#mail/addresses.ts';
import type { Mailbox } from '#mail/message.ts';
import { shownName } from '#mail/people.ts';
import { oneLine } from '#mail/plain-words.ts';

/** Headers of every mail a machine sends: no answers from robots (RFC 3834). */
export const MACHINE_HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** The same, and one conversation per booking. */
export function conversationHeaders(
  about: 'booking' | 'connection' | 'calendar' | 'webhook',
  id: string,
  from: string,
): Record<string, string> {
  const thread = threadOf(about, oneLine(id).replace(/[^\w.-]/g, ''), from);
  return {
    ...MACHINE_HEADERS,
    'In-Reply-To': thread,
    References: thread,
  };
}

/** One click in the mail program ends the mails: RFC 8058 (it asks for a DKIM signature over both headers). */
export const unsubscribeHeaders = (url: string): Record<string, string> => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** A person as a mailbox. */
export function mailboxOf(name: string, address: string): Mailbox {
  return { name: shownName(name), address };
}

/** The address to reply to, if there is one; else our own, which people read. */
export const replyAddress = (name: string, address: string | null, supportEmail: string): Mailbox =>
  address !== null && isEmailAddress(address) ? mailboxOf(name, address) : mailboxOf('Insytical', supportEmail);
