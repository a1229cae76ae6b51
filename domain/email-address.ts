/** Mail carries 64 octets before the @ (RFC 5321 §4.5.3.1.1) and 254 in all (§4.5.3.1.3, less the brackets of a path). */
export const LONGEST_ADDRESS = 254;
export const LONGEST_LOCAL_PART = 64;

/** HTML's rule for `<input type="email">`, less what mail servers refuse: dots beside each other or at an end. */
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** Of a server on the internet: two labels at least, the last of them no number. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/i;
/** Letters and digits of any script: nothing that means something in a URL. */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.。·-]+$/u;

/**
 * Whether mail can be sent to this address, its domain in ASCII: one recipient, no quotes, comments, line ends or SMTP
 * commands. The one rule for all that we take, mail and write into calendar files.
 */
export function isEmailAddress(address: string): boolean {
  const { local, domain } = partsOf(address);
  if (address.length > LONGEST_ADDRESS || local.length > LONGEST_LOCAL_PART) return false;
  return LOCAL_PART.test(local) && DOMAIN.test(domain);
}

/**
 * An address as it is stored, made of what was typed: plain letters for wide ones, the domain in ASCII (IDNA, UTS 46) and
 * small letters. What is no address stays none.
 */
export function storedEmail(typed: string): string {
  const text = typed.normalize('NFKC').trim();
  const { local, domain } = partsOf(text);
  return text.includes('@') ? `${local}@${asciiDomain(domain.replace(/\.$/, ''))}` : text;
}

/** An address as a `mailto:` URI (RFC 6068 §2). */
export function mailtoUri(address: string): string {
  const { local, domain } = partsOf(address);
  return `mailto:${local.replace(/[^\w.!$'*+~-]/g, encodeURIComponent)}@${domain}`;
}

/** The URL parser of browsers and Node alike knows IDNA; it leaves numbers to IPv4, so they are kept from it. */
function asciiDomain(domain: string): string {
  if (!TYPED_DOMAIN.test(domain) || /(^|\.)\d+$/.test(domain)) return domain;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
}

function partsOf(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, Math.max(at, 0)), domain: address.slice(at + 1) };
}
