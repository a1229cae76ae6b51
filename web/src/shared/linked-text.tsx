import { Fragment } from 'react';

/** Ends before what belongs to the sentence around it. */
const ADDRESS = /https?:\/\/[^\s<>"“”«»]*[^\s<>"“”«».,;:!?'’)\]}]/gi;

/** Text that people typed, its web addresses as links. No other kind of address becomes one, nor one that names a user. */
export function LinkedText({ children: text }: { readonly children: string }) {
  return partsOf(text).map(({ at, words, href }) =>
    href === null ? (
      <Fragment key={at}>{words}</Fragment>
    ) : (
      <a key={at} href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {words}
      </a>
    ),
  );
}

interface Part {
  /** Where it begins. */
  readonly at: number;
  readonly words: string;
  /** Null where it is no link. */
  readonly href: string | null;
}

/** The text in pieces that together are all of it. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  const plainUntil = (at: number) => {
    if (at > end) parts.push({ at: end, words: text.slice(end, at), href: null });
  };
  for (const { index, 0: words } of text.matchAll(ADDRESS)) {
    const url = URL.parse(words);
    // Of `https://bank.example@evil.example` people read the first half.
    if (url === null || url.username !== '' || url.password !== '') continue;
    plainUntil(index);
    parts.push({ at: index, words, href: url.href });
    end = index + words.length;
  }
  plainUntil(text.length);
  return parts;
}
