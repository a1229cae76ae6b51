import type { Words } from '../../text.ts';

interface Choice {
  readonly value: string;
  readonly label: Words;
}

export const EMBED_WAYS: readonly Choice[] = [
  { value: 'inline', label: 'share.inPage' },
  { value: 'popup', label: 'share.popup' },
  { value: 'floating', label: 'share.floating' },
];

export const EMBED_THEMES: readonly Choice[] = [
  { value: '', label: 'share.asDevice' },
  { value: 'light', label: 'account.page.light' },
  { value: 'dark', label: 'account.page.dark' },
];

interface Wanted {
  /** A value of `EMBED_WAYS`. */
  readonly way: string;
  /** A value of `EMBED_THEMES`. */ readonly theme: string;
  /** What stands on the button that opens it. */ readonly button: string;
}

/** The markup that shows the page at `publicUrl` on another site, as `docs/embedding.md` describes it. */
export function embedSnippet(publicUrl: string, { way, theme, button }: Wanted): string {
  const { origin, pathname } = new URL(publicUrl);
  const link = pathname.slice(1);
  const colours = theme === '' ? '' : ` data-theme="${theme}"`;
  const script = (attributes = '') => `<script src="${origin}/embed.js"${attributes} async></script>`;
  if (way === 'floating') return script(` data-insytical-button="${link}"${colours}`);
  const element =
    way === 'popup'
      ? `<button type="button" data-insytical-popup="${link}"${colours}>${button}</button>`
      : `<div data-insytical-inline="${link}"${colours}></div>`;
  return `${element}\n${script()}`;
}
