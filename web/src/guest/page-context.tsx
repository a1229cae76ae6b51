import { type ComponentType, createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import type { PageData, Words } from '#api/pages/schema.ts';

interface Context {
  readonly page: PageData;
  /** Takes the page's words while it is rendered on the server; the browser sets its own title. */
  readonly head: { words: Words };
}

const PageContext = createContext<Context | null>(null);

/** What every part of a page may ask for. */
export function PageProvider({ page, head, children }: Context & { readonly children: ReactNode }) {
  return <PageContext value={{ page, head }}>{children}</PageContext>;
}

function useContextOfPage(): Context {
  const context = useContext(PageContext);
  if (context === null) throw new Error('Guest components stand inside of a PageProvider');
  return context;
}

/** A part of a page that the browser may load late; the server has it at hand. */
export type Part<Props> = ComponentType<Props> & { readonly preload?: () => void };

/** The page as the server made it. */
export const usePage = (): PageData => useContextOfPage().page;

/** The page's name, and what previews and search engines say of it. */
export function usePageWords(words: Words): void {
  const { head } = useContextOfPage();
  const { title } = words;
  // Read by the server after the one synchronous rendering; the browser never looks at it.
  // oxlint-disable-next-line react/immutability
  head.words = words;
  useEffect(() => {
    document.title = titleOf(title);
  }, [title]);
}

/** A page's title as it stands in a tab. */
export const titleOf = (title: string) => `${title} · Insytical`;

const never = () => () => undefined;

/** Whether scripts are at work: false on the server and until the page is hydrated. */
export const useLive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** What the browser alone knows; until the page is hydrated, `assumed`. */
export const useOfBrowser = <Value,>(read: () => Value, assumed: Value): Value =>
  useSyncExternalStore(never, read, () => assumed);
