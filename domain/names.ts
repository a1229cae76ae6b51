/** Scripts whose letters are joined or kept apart by the zero-width joiners. */
const JOINED_SCRIPTS = 'Arab Syrc Deva Beng Gujr Guru Knda Mlym Orya Sinh Taml Telu Khmr Mymr'
  .split(' ')
  .map((script) => `\\p{sc=${script}}`)
  .join('');

/** What has no shape of its own but gives one to its neighbours: joiners between letters, and the parts of an emoji. */
const SHAPING = [
  `(?<=[${JOINED_SCRIPTS}])[\\u200C\\u200D](?=\\p{L})`,
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Extended_Pictographic})\uFE0F`,
].join('|');

/** Invisible code points, and those that turn the reading direction. U+2800 is a Braille letter without dots. */
const INVISIBLE = new RegExp(String.raw`(${SHAPING})|[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2800]`, 'gu');
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** Begin and end of an encoded word (RFC 2047): mail programs show what it decodes to. */
const ENCODED_WORD = /=\?|\?=/g;
const DOTS = /(?<=[\p{L}\p{N}])[.\u3002](?=\p{L}{2})/gu;

/** A text without invisible characters: a name of nothing else is empty. */
export const withoutInvisible = (text: string): string => text.toWellFormed().replace(INVISIBLE, '$1');

/** Words as one visible line that mail programs take for what they are. */
export function cleanName(name: string): string {
  return withoutInvisible(name).replace(BREAKS, ' ').replace(ENCODED_WORD, ' ').replace(/ {2,}/g, ' ').trim();
}

/** An event type's title the same way; its words may be a product's, such as Node.js, but no link. */
export const cleanTitle = (title: string): string => cleanName(title.replaceAll('://', ' '));

/**
 * A person's name in which no program and no hurried reader finds an address or a link: wide letters become plain ones,
 * signs of addresses go, and a dot between two words is followed by a space.
 */
export function cleanPersonName(name: string): string {
  return cleanName(
    withoutInvisible(name)
      .normalize('NFKC')
      .replaceAll('"', '')
      .replace(/[<>@]|:\/\//g, ' ')
      .replace(DOTS, '. '),
  );
}

/** An address, a link, or seven digits and more, which phones take for a number. In prose of East Asia 。 ends a sentence. */
const LEADS_ELSEWHERE = new RegExp(
  [
    '@|://',
    String.raw`(?<=[\p{L}\p{N}])\.(?=\p{L}{2})`,
    String.raw`(?<=[\p{sc=Latn}\p{N}])\u3002(?=\p{sc=Latn}{2})`,
    String.raw`\d(?:[\s().\/\-]*\d){6,}`,
  ].join('|'),
  'u',
);

/** Whether a line would lead its reader elsewhere, by an address, a link or a phone number, also a disguised one. */
export const leadsElsewhere = (line: string): boolean => LEADS_ELSEWHERE.test(withoutInvisible(line).normalize('NFKC'));

/** A line of a person's own that leads nowhere else: one that would is written like a name. */
export const cleanLine = (line: string): string => (leadsElsewhere(line) ? cleanPersonName(line) : cleanName(line));

const characters = new Intl.Segmenter('en');

/**
 * As many whole characters as readers count them as fit into `length` UTF-16 units: half a flag is two letters, half an
 * accented letter another one.
 */
export function cutTo(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (index + segment.length > length) break;
    end = index + segment.length;
  }
  // One character may have marks without end.
  return end > 0 ? text.slice(0, end) : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
