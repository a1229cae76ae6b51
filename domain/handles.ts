import { withoutInvisible } from './names.ts';

/** A handle is a host's name in addresses, `/:handle`; its lengths in characters. */
const SHORTEST = 3;
const LONGEST = 40;

/** First path segments of our own, now or likely: a handle must never hide a page or pose as us. */
const RESERVED = new Set(
  `about account admin administrator api app apple-touch-icon.png assets auth billing blog book booking bookings calendar callback contact dashboard docs embed embed.js
  favicon favicon.ico help healthz home host hosts index info insytical integrations legal login logout mail metrics new null oauth
  openapi.json openapi pricing privacy profile public readyz register robots robots.txt root scheduler security settings
  signin signout signup site.webmanifest sitemap.xml static status support system team terms undefined unsubscribe user users webhooks
  welcome well-known .well-known www`.split(/\s+/),
);

/** Lower-case letters, digits and dashes, 3 to 40 of them, no dash at either end. */
export const isHandle = (text: string) =>
  text.length >= SHORTEST && text.length <= LONGEST && /^[a-z0-9]+(-+[a-z0-9]+)*$/.test(text);

/** Whether a handle would hide a page of ours, or pose as us. */
export const isReservedHandle = (handle: string) => RESERVED.has(handle.toLowerCase());

/**
 * A handle or slug as people type or paste it into an address: in capitals or wide letters, with a blank, a full stop or
 * a bracket of the sentence it stood in.
 */
export const nameInAddress = (typed: string) =>
  withoutInvisible(typed)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\p{P}\p{Z}]+|[\p{P}\p{Z}]+$/gu, '');

// Letters that Unicode does not take apart into a plain letter and a mark.
const SPELLED_OUT: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};

/**
 * A text as it can stand in an address: lower-case, marks dropped, all else one dash, at most `longest` characters. Empty
 * when nothing of the text survives (other scripts, emoji); shorter than a handle when the text is.
 */
export const slugify = (text: string, longest = LONGEST) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}|['’]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþħı]/g, (letter) => SPELLED_OUT[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '');
