import { inboxOf } from './mailbox.ts';

/** Whom a guest brings along: they get mails and a calendar entry, and no link that changes the booking. */
export interface AddedGuest {
  readonly email: string;
  readonly name?: string | undefined;
}

/** So many a booking takes. */
export const MOST_FURTHER_GUESTS = 10;

/** Each further guest once, by the inbox that mail to them reaches, and none who is `known`: the booking's guest and its host. */
export function distinctGuests<Guest extends AddedGuest>(added: readonly Guest[], known: readonly string[]): Guest[] {
  const seen = new Set(known.map(inboxOf));
  return added.filter(({ email }) => {
    const inbox = inboxOf(email);
    if (seen.has(inbox)) return false;
    seen.add(inbox);
    return true;
  });
}

/**
 * People as they are typed into one field, `ann@example.com` or `Ann Lee <ann@example.com>`, between commas of any script
 * or on lines.
 */
export function guestsIn(text: string): AddedGuest[] {
  return text
    .split(/[\n,;،؛、，；]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, typed = '', address] = /^(.*)<([^<>]*)>$/.exec(part) ?? [];
      const name = typed.replaceAll('"', '').trim();
      return { email: (address ?? part).trim(), ...(name === '' ? {} : { name }) };
    });
}

/** The same people as they are typed. */
export const guestsAsTyped = (guests: readonly AddedGuest[]): string =>
  guests.map(({ email, name }) => (name === undefined ? email : `${name} <${email}>`)).join('\n');
