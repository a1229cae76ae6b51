export const EMBED_WAYS = [
  { value: 'inline', label: 'In the page' },
  { value: 'popup', label: 'A button that opens it' },
  { value: 'floating', label: 'A button in the corner' },
];

export const EMBED_THEMES = [
  { value: '', label: 'As the guest’s device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

interface Wanted {
  /** A value of `EMBED_WAYS`. */
  readonly way: string;
  /** A value of `EMBED_THEMES`. */
  readonly theme: string;
}

/** The markup that shows the page at `publicUrl` on another site, as `docs/embedding.md` describes it. */
export function embedSnippet(publicUrl: string, { way, theme }: Wanted): string {
  const { origin, pathname } = new URL(publicUrl);
  const link = pathname.slice(1);
  const colours = theme === '' ? '' : ` data-theme="${theme}"`;
  const script = (attributes = '') => `<script src="${origin}/embed.js"${attributes} async></script>`;
  if (way === 'floating') return script(` data-insytical-button="${link}"${colours}`);
  const element =
    way === 'popup'
      ? `<button type="button" data-insytical-popup="${link}"${colours}>Book a time</button>`
      : `<div data-insytical-inline="${link}"${colours}></div>`;
  return `${element}\n${script()}`;
}
