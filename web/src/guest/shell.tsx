import { Component, type ReactNode, useEffect, useRef, useState } from 'react';
import type { PageData, Words } from '#api/pages/schema.ts';
import { useFrame } from './embedded.ts';
import { PageProvider } from './page-context.tsx';

interface SiteProps {
  readonly page: PageData;
  readonly head: { words: Words };
  readonly children: ReactNode;
}

/** One page in its shell, the same on the server and in the browser. */
export function Site({ page, head, children }: SiteProps) {
  useFrame();
  return (
    <PageProvider page={page} head={head}>
      <Shell>
        <PageFailed>{children}</PageFailed>
      </Shell>
    </PageProvider>
  );
}

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

interface FailedState {
  readonly hasFailed: boolean;
}

/** What is shown when a page cannot be drawn. */
export class PageFailed extends Component<{ readonly children: ReactNode }, FailedState> {
  override state: FailedState = { hasFailed: false };

  static getDerivedStateFromError(): FailedState {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Message title="This page did not load">
        <p>Something went wrong on our side. Your bookings are safe.</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          Reload the page
        </button>
      </Message>
    );
  }
}

/** A page of few words. */
export function Message({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="card narrow centred">
      <h1>{title}</h1>
      {children}
    </div>
  );
}

let speak: (text: string) => void = () => undefined;

/** Says something to people who listen to the page, without moving their focus (WCAG 4.1.3). */
export const announce = (text: string) => speak(text);

/** The one live region of the pages; in place before anything is said. */
export function Announcer() {
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(() => {
    speak = (text) => setSaid(({ count }) => ({ text, count: count + 1 }));
    return () => {
      speak = () => undefined;
    };
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {/* The same sentence said twice is two announcements. */}
      <span key={said.count}>{said.text}</span>
    </p>
  );
}
