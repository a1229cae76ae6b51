import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Dashes and hyphens of every width, which other programs set between the digits. */
const DASHES = /[\p{Pd}\u2212\u00AD]/gu;
const NATIONAL = /^[0-9 ()./-]+?(?: ?(?:ext\.?|extension|x|#) ?\d{1,7})?$/i;
/** ITU-T E.164 has 15 digits at most, and no subscriber's number is shorter. */
const FEWEST_DIGITS = 5;
const MOST_DIGITS = 15;

/**
 * A phone number as people type or paste it: with invisible characters, wide digits, dashes of all kinds and an extension.
 * One with its country code is returned in its country's grouping, another one as it was typed, in plain characters; null
 * where it is none.
 */
export function readPhoneNumber(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/gu, '')
    .replace(/^tel:/i, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (text.startsWith('+')) return internationalNumber(text);
  const digits = text.replace(/\D+\d{1,7}$/, (end) => (/[a-z#]/i.test(end) ? '' : end)).replace(/\D/g, '').length;
  return NATIONAL.test(text) && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS ? text : null;
}

function internationalNumber(text: string): string | null {
  const number = parsePhoneNumberFromString(text, { extract: false });
  return number?.isPossible() === true ? number.formatInternational() : null;
}
