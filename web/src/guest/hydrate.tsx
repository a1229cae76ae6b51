import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import type { PageData, View } from '#api/pages/schema.ts';
import { Site } from './shell.tsx';

/** Brings a page of this kind to life in the browser, from the data that came with it. */
export function hydrate<Kind extends View['kind']>(
  kind: Kind,
  contents: (view: Extract<View, { kind: Kind }>) => ReactNode,
): void {
  const page = JSON.parse(document.querySelector('#page')?.textContent ?? '') as PageData;
  if (page.view.kind !== kind) throw new Error(`This page is no ${kind}`);
  // The answer to a form stands at the form's address; its steps go on from the page's own.
  if (page.address !== location.pathname + location.search)
    history.replaceState(null, '', page.address + location.hash);
  hydrateRoot(
    document.querySelector('#root')!,
    <Site page={page} head={{ words: { title: document.title } }}>
      {contents(page.view as Extract<View, { kind: Kind }>)}
    </Site>,
  );
}
