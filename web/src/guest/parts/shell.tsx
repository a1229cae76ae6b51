import { type ReactNode, useEffect, useRef } from 'react';
import { Announcer } from './announcer.tsx';

/** What stands around every page of the guest. */
export function Shell({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <main>{children}</main>
      <footer>
        <nav aria-label="About Insytical">
          <a className="brand" href="/">
            Insytical
          </a>
          <a href="/privacy">Privacy</a>
          <a href="/support">Support</a>
        </nav>
      </footer>
      <Announcer />
    </>
  );
}

/** The page's name in the tab and in the history. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Insytical`;
  }, [title]);
}

/** A page with few words: nothing there, or nothing to do. */
export function PlainMessage({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  usePageTitle(title);
  return (
    <div className="card narrow centred">
      <h1>{title}</h1>
      {children}
    </div>
  );
}

/** Moves the focus to a heading whenever a new step begins; when the page is first opened only if asked to. */
export function useFocusOn<Target extends HTMLElement>(step: string, atFirst = false) {
  const target = useRef<Target>(null);
  const before = useRef(atFirst ? null : step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    target.current?.focus();
  }, [step]);
  return target;
}
