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
          <a href="/help">Help</a>
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
  const heading = useFocusOn<HTMLHeadingElement>(title);
  return (
    <div className="card narrow centred">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}

/** The page has just been opened: the browser's own focus is right. */
let isFirstStep = true;

/**
 * Moves the focus to a heading whenever a new step begins, so that it is read out, and shows the step from its top; not
 * when the page is first opened.
 */
export function useFocusOn<Target extends HTMLElement>(step: string) {
  const target = useRef<Target>(null);
  const before = useRef<string>(null);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    if (!isFirstStep) {
      window.scrollTo(0, 0);
      target.current?.focus();
    }
    isFirstStep = false;
  }, [step]);
  return target;
}
