import { type ReactNode, useEffect, useRef } from 'react';
import { Announcer } from './announcer.tsx';

/** What stands around every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {/* First, so that it listens before any other part says something. */}
      <Announcer />
      <a className="skip" href="#main">
        Skip to content
      </a>
      <main id="main">{children}</main>
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
    </>
  );
}

/** The page has just been opened: the browser's own focus is right. */
let isFirstStep = true;

/**
 * Moves the focus to a heading whenever a new step begins, so that it is read out, and shows the step from its top; not
 * when the page is first opened, unless it `isAnswer` to what the guest has just done.
 */
export function useFocusOn<Target extends HTMLElement>(step: string, isAnswer = false) {
  const target = useRef<Target>(null);
  const before = useRef<string>(null);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    if (!isFirstStep || isAnswer) {
      window.scrollTo(0, 0);
      target.current?.focus();
    }
    isFirstStep = false;
  }, [step, isAnswer]);
  return target;
}
