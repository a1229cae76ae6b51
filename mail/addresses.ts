// What we accept and what every server takes: dot-atoms in ASCII and a domain, at most 254 octets (RFC 5321 §4.5.3.1.3).
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$|^localhost$/i;

/** Whether a mail server may be given this address: one recipient, no quotes, comments, line ends or commands. */
export function isAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  if (address.length > 254 || at < 1 || at > 64) return false;
  return LOCAL.test(address.slice(0, at)) && DOMAIN.test(address.slice(at + 1));
}

/** The Message-ID of one queued mail: the same however often it has to be sent. */
export const messageIdOf = (deliveryId: string, from: string) => `<${deliveryId}@${domainOf(from)}>`;

/** The id that all mails of a booking answer to, so that readers see them as one conversation. */
export const threadOf = (about: 'booking' | 'connection', id: string, from: string) =>
  `<${about}-${id}@${domainOf(from)}>`;

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
