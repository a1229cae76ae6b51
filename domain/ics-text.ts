// RFC 5545 §3.1 calls these CONTROL and allows none of them in a value; a line break is written as \n, a tab may stay.
// eslint-disable-next-line no-control-regex -- control characters are the subject
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/**
 * What of a text survives in a calendar file: every kind of line break becomes `\n` (a bare CR would end the line for some
 * readers), control characters are dropped and lone surrogates, which have no UTF-8 form, become U+FFFD.
 */
export function calendarText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '').toWellFormed();
}

/** The unfolded content lines of a calendar file (RFC 5545 §3.1), without their line ends. */
export function contentLines(ics: string): string[] {
  return ics
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
}
