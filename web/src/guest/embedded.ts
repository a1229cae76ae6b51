import { useEffect } from 'react';

/**
 * What a page in a frame tells the page around it. Any site may frame us, so it holds neither names nor the guest's link.
 * `api/static/embed.js` reads it.
 */
type Told =
  | { readonly event: 'ready' }
  /** Pixels that the page needs to be shown whole. */
  | { readonly event: 'height'; readonly height: number }
  | { readonly event: 'booked' | 'rescheduled' | 'cancelled'; readonly startsAt: string; readonly endsAt: string };

const isEmbedded = () => window.parent !== window;

/** Tells the page around this one, where there is one. */
export function tellParent(told: Told): void {
  // To whichever site it is: nothing in it is secret.
  if (isEmbedded()) window.parent.postMessage({ source: 'insytical', ...told }, '*');
}

/** Shows a page in a frame as a part of the page around it, in the colours that it asks for by `?theme=`. */
export function useFrame(): void {
  useEffect(() => {
    if (!isEmbedded()) return;
    const page = document.documentElement;
    page.classList.add('embedded');
    const theme = new URLSearchParams(location.search).get('theme');
    if (theme === 'light' || theme === 'dark') setTheme(theme);
    document.addEventListener('click', leaveFrame, true);
    const main = document.querySelector('main') ?? page;
    const sizes = new ResizeObserver(() =>
      tellParent({ event: 'height', height: Math.ceil(main.getBoundingClientRect().height) }),
    );
    sizes.observe(main);
    tellParent({ event: 'ready' });
    return () => {
      sizes.disconnect();
      document.removeEventListener('click', leaveFrame, true);
    };
  }, []);
}

/** Links to other sites open beside: most refuse to be framed. */
function leaveFrame({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link === null || link.origin === location.origin) return;
  link.target = '_blank';
  link.rel = 'noopener';
}

/** The page's own rules for dark screens are switched on or off as a whole. */
function setTheme(theme: 'light' | 'dark'): void {
  document.documentElement.style.colorScheme = theme;
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule && rule.conditionText === '(prefers-color-scheme: dark)')
        rule.media.mediaText = theme === 'dark' ? 'all' : 'not all';
}
