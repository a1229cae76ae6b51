import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { directionOf } from '#messages/languages.ts';
import type { Pages } from '#messages/pages.ts';
import type { Compiled } from '#messages/translate.ts';
import type { GuestSite, PageData, PageFiles, View, Words } from '#api/pages/schema.ts';
import { CancelBooking } from './booking/cancel.tsx';
import { BookingPage } from './booking/page.tsx';
import { RescheduleBooking } from './booking/reschedule.tsx';
import { ZonesPage } from './calendar/time-zone.tsx';
import { openingOf } from './calendar/use-picking.ts';
import { DetailsStep } from './event/details-step.tsx';
import { EventPage } from './event/page.tsx';
import { HostPage } from './host-page.tsx';
import { titleOf, usePageWords } from './page-context.tsx';
import { Site } from './shell.tsx';
import { writeIn } from './t.ts';

/** A whole page as HTML. `files` is what it loads; a page that is not hydrated has no script. */
export function renderDocument(page: PageData, files: PageFiles, messages: Compiled<Pages>): string {
  writeIn(page.reader.language, messages);
  const head: { words: Words } = { words: { title: 'Insytical' } };
  const body = renderToString(
    <Site page={page} head={head}>
      {contentsOf(page.view)}
    </Site>,
  );
  const isHydrated = page.view.kind === 'event' || page.view.kind === 'booking';
  const html = renderToStaticMarkup(
    <Document
      words={head.words}
      body={body}
      page={page}
      files={page.view.kind === 'article' ? { ...files, script: page.view.script ?? null } : files}
      isHydrated={isHydrated}
      accent={hostOf(page.view)?.accentColour ?? null}
    />,
  );
  return `<!doctype html>${html}`;
}

export const opening: GuestSite['opening'] = (query, usual, now) => openingOf(query, usual, now);

function contentsOf(view: View) {
  switch (view.kind) {
    case 'host':
      return <HostPage host={view.host} />;
    case 'event':
      return <EventPage view={view} DetailsStep={DetailsStep} />;
    case 'booking':
      return <BookingPage view={view} RescheduleBooking={RescheduleBooking} CancelBooking={CancelBooking} />;
    case 'zones':
      return <ZonesPage view={view} />;
    case 'article':
      return <Article view={view} />;
  }
}

/** Whose page it is. */
function hostOf(view: View) {
  if (view.kind === 'event') return view.eventType.host;
  return view.kind === 'booking' ? view.booking.host : view.kind === 'host' ? view.host : null;
}

interface DocumentProps {
  readonly words: Words;
  /** The page as it is hydrated. */
  readonly body: string;
  readonly page: PageData;
  readonly files: PageFiles;
  /** Whether the browser needs the page's data too. */
  readonly isHydrated: boolean;
  /** The host's colour, `#rrggbb`; null for ours. */
  readonly accent: string | null;
}

/** The document around a page. */
export function Document({ words, body, page, files, isHydrated, accent }: DocumentProps) {
  const { language, locale } = page.reader;
  return (
    <html lang={locale} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#191d1c" />
        <title>{titleOf(words.title)}</title>
        <OnwardWithoutScript view={page.view} />
        {words.hidden ? <meta name="robots" content="noindex, nofollow" /> : <Preview words={words} page={page} />}
        {[...files.styles, ...laterStyleOf(page)].map((path) => (
          <link key={path} rel="stylesheet" href={path} />
        ))}
        {accent === null ? null : <link rel="stylesheet" href={`/static/accent/${accent.slice(1)}.css`} />}
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/site.webmanifest" />
        {[...files.imports, ...(files.messages === null ? [] : [files.messages])].map((path) => (
          <link key={path} rel="modulepreload" href={path} />
        ))}
        {files.script === null ? null : <script type="module" src={files.script} />}
      </head>
      <body>
        <div id="root" dangerouslySetInnerHTML={{ __html: body }} />
        {isHydrated ? (
          <script type="application/json" id="page" dangerouslySetInnerHTML={{ __html: inScript(page) }} />
        ) : null}
      </body>
    </html>
  );
}

/** Without scripts the browser itself continues; any step the guest takes before is a page without this. */
function OnwardWithoutScript({ view }: Pick<PageData, 'view'>) {
  const onward = view.kind === 'booking' ? view.onward : null;
  if (onward === null || onward.afterSeconds === null) return null;
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`${onward.afterSeconds};url=${onward.href}`} />
    </noscript>
  );
}

/** Where the page begins with a part that others load later. */
function laterStyleOf({ view, files, address }: PageData): readonly string[] {
  const isLater = view.kind === 'event' ? address.includes('slot=') : view.kind === 'booking' && view.times !== null;
  return isLater && files.later !== null ? [files.later.style] : [];
}

const LONGEST_DESCRIPTION = 200;

/** What is shown of the page where its link was pasted or found; never of a page that only one person may see. */
function Preview({ words: { title, description = '' }, page }: Pick<DocumentProps, 'words' | 'page'>) {
  const { address, canonical, languages } = page;
  const inLanguage = (language: string) => `${canonical}?lang=${language}`;
  // A page whose address asks for a language is one of its own.
  const asked = new URLSearchParams(address.split('?')[1]).get('lang');
  const url = asked !== null && asked in languages ? inLanguage(asked) : canonical;
  const words = new Intl.Segmenter(page.reader.language).segment(description.replaceAll(/\s+/g, ' ').trim());
  const about = Array.from(words, ({ segment }) => segment)
    .slice(0, LONGEST_DESCRIPTION)
    .join('');
  return (
    <>
      <link rel="canonical" href={url} />
      {Object.keys(languages).map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={inLanguage(language)} />
      ))}
      {Object.keys(languages).length === 0 ? null : <link rel="alternate" hrefLang="x-default" href={canonical} />}
      {about === '' ? null : <meta name="description" content={about} />}
      <meta property="og:title" content={title} />
      {about === '' ? null : <meta property="og:description" content={about} />}
      <meta property="og:url" content={url} />
      <meta property="og:locale" content={page.reader.locale.replace('-', '_')} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Insytical" />
      <meta name="twitter:card" content="summary" />
    </>
  );
}

/** Data, never run: the pages' policy lets no inline script run, and no text in it can end the element. */
const inScript = (data: PageData) => JSON.stringify(data).replaceAll('<', String.raw`\u003c`);

/** A page of text: home, help, privacy, problems. Its HTML is written by the API, which escapes every value. */
export function Article({ view }: { readonly view: Extract<View, { kind: 'article' }> }) {
  usePageWords(view);
  return <div className="article" dangerouslySetInnerHTML={{ __html: view.html }} />;
}
