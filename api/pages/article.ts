import type { Html } from '#html';
import type { Language } from '#messages/languages.ts';
import { type PageCall, sendView } from './page.ts';
import type { Words } from './schema.ts';

interface Article extends Words {
  readonly main: Html;
  /** Whether it is written in the guest's language, by `translatorOfPage`. */
  readonly isTranslated?: boolean;
  /** The language that it is written in for everybody. */
  readonly language?: Language;
}

/** Answers with a page of text, in the guests' shell and without script. */
export async function sendArticle(
  call: PageCall,
  { main, isTranslated = false, language = 'en', ...words }: Article,
  status = 200,
): Promise<void> {
  await sendView(
    call,
    { kind: 'article', ...words, html: main.html },
    { status, only: isTranslated ? undefined : language },
  );
}
