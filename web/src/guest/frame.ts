import { tellParent } from './embedded.ts';

/** Shows this page in its frame as a part of the page around it, in the colours that it asks for by `?theme=`. */
export function fitFrame(): void {
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
