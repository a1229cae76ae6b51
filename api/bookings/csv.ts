/** Spreadsheets run what begins like a formula, even after blanks; a quote before it makes it text. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

function cell(value: string): string {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Rows as RFC 4180 text with a byte order mark, which Excel needs to read it as UTF-8. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
