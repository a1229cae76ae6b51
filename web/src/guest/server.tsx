import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import type { GuestSite, PageData, PageFiles, View, Words } from '#api/pages/schema.ts';
import { BookingPage } from './booking/page.tsx';
import { openingOf } from './calendar/opening.ts';
import { Document } from './document.tsx';
import { EventPage } from './event/page.tsx';
import { HostPage } from './host-page/page.tsx';
import { Site } from './site.tsx';
import { Article } from './text/article.tsx';
import { ZonesPage } from './zone/zones-page.tsx';

/** A whole page as HTML. `files` is what it loads; a page that is not hydrated has no script. */
export function renderDocument(page: PageData, files: PageFiles): string {
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
      canonical={page.canonical}
      files={page.view.kind === 'article' ? { ...files, script: page.view.script ?? null } : files}
      data={isHydrated ? page : null}
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
      return <EventPage view={view} />;
    case 'booking':
      return <BookingPage view={view} />;
    case 'zones':
      return <ZonesPage view={view} />;
    case 'article':
      return <Article view={view} />;
  }
}
