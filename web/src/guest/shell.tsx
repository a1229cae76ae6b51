import { Component, type ReactNode, useEffect, useRef, useState } from 'react';
import type { PageData, Words } from '#api/pages/schema.ts';
import { useFrame } from './embedded.ts';
import { GlobeIcon } from './icons.tsx';
import { PageProvider, usePage } from './page-context.tsx';
import { t } from './t.ts';
import { stepFrom, useAddress } from './url-state.tsx';

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
        {t('shell.skip')}
      </a>
      <main id="main">{children}</main>
      <footer>
        <nav aria-label={t('shell.about')}>
          <a className="brand" href="/">
            Insytical
          </a>
          <a href="/help">{t('shell.help')}</a>
          <a href="/privacy">{t('shell.privacy')}</a>
          <a href="/support">{t('shell.support')}</a>
        </nav>
        <Languages />
      </footer>
    </>
  );
}

/** The same page in other languages. */
function Languages() {
  const { languages, reader } = usePage();
  const address = useAddress();
  const others = Object.entries(languages);
  if (others.length < 2) return null;
  return (
    <details className="languages">
      <summary aria-label={`${t('shell.language')}: ${languages[reader.language]}`}>
        <GlobeIcon />
        <span translate="no">{languages[reader.language]}</span>
      </summary>
      <ul translate="no">
        {others.map(([language, name]) => (
          <li key={language}>
            <a
              href={stepFrom(address, { lang: language })}
              hrefLang={language}
              lang={language}
              aria-current={language === reader.language ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
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
  declare state: FailedState;

  constructor(props: { readonly children: ReactNode }) {
    super(props);
    this.state = { hasFailed: false };
  }

  static getDerivedStateFromError(): FailedState {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Message title={t('failed.title')}>
        <p>{t('failed.text')}</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {t('failed.reload')}
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
