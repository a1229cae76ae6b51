// Line and paragraph breaks of every kind, control characters, and the marks that turn the reading direction of what follows.
// eslint-disable-next-line no-control-regex -- control characters are the subject
const BREAKING = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]+/g;

/** A person's words as one line that can neither end a header nor reorder the words around it. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(BREAKING, ' ').replace(/ {2,}/g, ' ').trim();
}

/** A person's words with their lines, without anything that is not text. */
export function severalLines(text: string): string {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map(oneLine)
    .join('\n')
    .trim();
}

const letters = new Intl.Segmenter('en');

/** At most `length` letters as readers count them; what is cut ends in "…". */
export function shortened(text: string, length: number): string {
  // No letter is shorter than one unit of the text.
  if (text.length <= length) return text;
  const all = Array.from(letters.segment(text), ({ segment }) => segment);
  return all.length <= length
    ? text
    : `${all
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** An http(s) address, or null: no mail carries a link of another kind. */
export function webLink(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
