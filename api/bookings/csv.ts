import type { BookingSummary } from './schema.ts';

/** Which character parts the columns: spreadsheets expect a semicolon where the decimal mark is a comma. */
export const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** What spreadsheets read as a formula, also behind blanks and quotes, and in full width. */
const FORMULA = String.raw`(?=["' \u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])`;
/** A cell's beginning, and each character that some locale takes for a separator or the end of a line. */
const AFTER_SEPARATOR = new RegExp(String.raw`([,;|\t\r\n])${FORMULA}`, 'g');
const AT_BEGINNING = new RegExp(String.raw`^${FORMULA}|^(?=\s*[\t\r])`);

/** A quote before a formula makes it text. */
function cell(value: string): string {
  const harmless = value.replace(AFTER_SEPARATOR, "$1'").replace(AT_BEGINNING, "'");
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Rows as RFC 4180 text, every cell quoted, with a byte order mark, which Excel needs to read it as UTF-8. */
export function csv(rows: readonly (readonly string[])[], separator: keyof typeof SEPARATORS): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(SEPARATORS[separator])).join('\r\n')}\r\n`;
}

/** Bookings that one table holds. */
export const MOST_ROWS = 10_000;
const HEADINGS = [
  'id',
  'status',
  'startsAt',
  'endsAt',
  'eventType',
  'guestName',
  'guestEmail',
  'guestTimeZone',
  'phone',
  'guests',
  'joinUrl',
  'answers',
  'noShow',
];

/** Bookings as a table with headings. */
export function bookingsCsv(bookings: readonly BookingSummary[], separator: keyof typeof SEPARATORS): string {
  const lines = bookings.map(
    ({ id, status, startsAt, endsAt, eventType, guest, guests, phone, conference, noShow }) => [
      id,
      status,
      startsAt,
      endsAt,
      eventType.title,
      guest.name,
      guest.email,
      guest.timeZone,
      phone ?? '',
      guests.map(({ email }) => email).join('; '),
      conference.joinUrl ?? '',
      guest.answers.map(({ label, value }) => `${label}: ${value}`).join('; '),
      noShow ? 'yes' : '',
    ],
  );
  return csv([HEADINGS, ...lines], separator);
}
