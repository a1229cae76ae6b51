import { html, nothing } from '#mail/html.ts';
import { layout } from './layout.ts';

interface Shown {
  readonly status: number;
  readonly title: string;
  readonly detail?: string | undefined;
}

/** A problem where people look; the same for everything that is not there, whatever the reason. */
export function problemPage({ status, title, detail }: Shown): string {
  const words = status === 404 ? 'There is no such page, or its link has ended.' : detail;
  return layout({
    title,
    hidden: true,
    main: html`<h1>${title}</h1>
      ${words === undefined ? nothing : html`<p>${words}</p>`}
      <p><a href="/support">Get help</a></p>`,
  });
}
