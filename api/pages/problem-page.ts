import { html, nothing } from '#mail/html.ts';
import { layout } from './layout.ts';

interface Shown {
  readonly status: number;
  readonly title: string;
  readonly detail?: string | undefined;
}

/** A problem as a page; the same for everything that is not there, for any reason. */
export function problemPage({ status, title, detail }: Shown): string {
  if (status === 404)
    return layout({
      title: 'This page does not exist',
      hidden: true,
      main: html`<div class="card narrow centred">
        <h1>This page does not exist</h1>
        <p>
          There is nothing at this address, or its link has ended. Links to bookings work until a day after the meeting.
        </p>
        <p><a class="button" href="/support">Get help</a></p>
      </div>`,
    });
  return layout({
    title,
    hidden: true,
    main: html`<div class="card narrow centred">
      <h1>${title}</h1>
      ${detail === undefined ? nothing : html`<p>${detail}</p>`}
      ${status >= 500 || status === 429 ? html`<p>Please try again in a moment.</p>` : nothing}
      <p><a class="button" href="/support">Get help</a></p>
    </div>`,
  });
}
