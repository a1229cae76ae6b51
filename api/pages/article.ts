import { html, type Html } from '#html';
import type { Language } from '#messages/languages.ts';
import { type PageCall, readerOfPage, sendView, translatorOfPage } from './page.ts';
import type { Words } from './schema.ts';

interface Article extends Words {
  readonly main: Html;
  /** The language that page and shell are written in for everybody; the reader’s where left out. */
  readonly language?: Language;
}

/** Answers with a page of text, in the guests' shell and without script. */
export async function sendArticle(call: PageCall, { main, language, ...words }: Article, status = 200): Promise<void> {
  await sendView(call, { kind: 'article', ...words, html: main.html }, { status, only: language });
}

/** The same for a long text that is there in English only; the shell is in the reader's language, and says so. */
export async function sendEnglishArticle(call: PageCall, { main, ...words }: Omit<Article, 'language'>): Promise<void> {
  const t = translatorOfPage(call);
  const said =
    readerOfPage(call).language === 'en'
      ? main
      : html`<p class="column soft">${t('page.english')}</p>
          <div lang="en" dir="ltr">${main}</div>`;
  await sendView(call, { kind: 'article', ...words, html: said.html }, { isEnglish: true });
}
