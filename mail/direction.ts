/** Which way a language is written, as `dir` takes it. */
export type Direction = 'ltr' | 'rtl';

const [OPEN, CLOSE, RIGHT_TO_LEFT] = ['\u2068', '\u2069', '\u200F'];
const RTL_LETTER = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
const OTHER = /(?![\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}])[\p{L}\p{N}]/u;

const WEB_ADDRESS = /^https?:\/\/\S+$/;
const ISOLATES = /\u2068[^\u2068\u2069]*\u2069/g;

/**
 * Words that are written the other way than the sentence around them, fenced off (Unicode UAX #9, isolates): else they
 * would drag its punctuation and numbers along, and a phone number would be read from its end.
 */
export function isolated(words: string, direction: Direction): string {
  const turns = direction === 'rtl' ? OTHER : RTL_LETTER;
  // Programs that make links of addresses would take the mark for a part of it.
  if (WEB_ADDRESS.test(words) || !turns.test(words.replaceAll(ISOLATES, ''))) return words;
  return `${OPEN}${words}${CLOSE}`;
}

/** The same words for a header or a name, where isolates are unusual and some programs show them as boxes. */
export const withoutIsolates = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

/** A subject that programs lay out in its language's direction, also behind a name of the other. */
export const directed = (subject: string, direction: Direction): string =>
  direction === 'rtl' ? `${RIGHT_TO_LEFT}${subject}` : subject;
