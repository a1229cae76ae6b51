import { type ComponentType, lazy, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import type { PageData, View } from '#api/pages/schema.ts';
import type { Part } from './page-context.tsx';
import { Site } from './shell.tsx';
import { loadLater, loadMessages } from './t.ts';

/** Brings a page of this kind to life in the browser, from the data that came with it. */
export async function hydrate<Kind extends View['kind']>(
  kind: Kind,
  contents: (view: Extract<View, { kind: Kind }>) => ReactNode,
): Promise<void> {
  const page = JSON.parse(document.querySelector('#page')?.textContent ?? '') as PageData;
  if (page.view.kind !== kind) throw new Error(`This page is no ${kind}`);
  // The answer to a form stands at the form's address; its steps go on from the page's own.
  if (page.address !== location.pathname + location.search)
    history.replaceState(null, '', page.address + location.hash);
  await loadMessages(page);
  hydrateRoot(
    document.querySelector('#root')!,
    <Site page={page} head={{ words: { title: document.title } }}>
      {contents(page.view as Extract<View, { kind: Kind }>)}
    </Site>,
  );
}

/**
 * A part of the page that is loaded when its step is taken or, by `preload`, when that is likely. Where it is gone, since
 * a newer build has replaced that of this page, the step's address is opened instead.
 */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  const loadWhole = async () => (await Promise.all([load(), loadLater()]))[0];
  const openedAt = location.href;
  const openStep = (error: unknown): Promise<never> => {
    // Just opened, it would only fail again.
    if (location.href === openedAt) throw error;
    location.reload();
    return new Promise(() => undefined);
  };
  return Object.assign(
    lazy(async () => ({ default: await loadWhole().catch(openStep) })),
    { preload: () => void loadWhole().catch(() => undefined) },
  );
}
