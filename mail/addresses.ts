import { domainToUnicode } from 'node:url';

/** An address as people read it: an internationalised domain in its own letters. It can be mailed in ASCII only. */
export function readableEmail(address: string): string {
  const domain = domainOf(address);
  return `${address.slice(0, -domain.length)}${domainToUnicode(domain) || domain}`;
}

/** The Message-ID of one queued mail: the same however often it has to be sent. */
export const messageIdOf = (deliveryId: string, from: string) => `<${deliveryId}@${domainOf(from)}>`;

/** The id that all mails of a booking, a connection, a calendar or a webhook answer to, so that readers see them as one conversation. */
export const threadOf = (about: 'booking' | 'connection' | 'calendar' | 'webhook', id: string, from: string) =>
  `<${about}-${id}@${domainOf(from)}>`;

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
