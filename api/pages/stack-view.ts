import { html, type Html, nothing } from '#html';
import type { Stack } from './read-stack.ts';

/** Where the parts of the one-machine stack are, for the person who has just started it. */
export function stackView({ temporalUi, mailbox, simulators, demo, nova }: Stack): Html {
  const slugs = Object.values(demo?.eventTypes ?? {});
  return html`<section class="card" aria-labelledby="stack">
    <h2 id="stack">This is a stack on your machine</h2>
    <dl>
      ${demo === undefined ? nothing : row('Book as a guest', [`/${demo.handle}`, ...slugs.map((slug) => `/${demo.handle}/${slug}`)])}
      ${temporalUi === undefined ? nothing : row('Workflows', [temporalUi])}
      ${mailbox === undefined ? nothing : row('Mailbox', [mailbox])}
      ${simulators === undefined ? nothing : row('Simulated platforms', [simulators])}
      ${demo === undefined ? nothing : loginRow('Host with everything connected', demo)}
      ${nova === undefined ? nothing : loginRow('Host who has just signed up', nova)}
    </dl>
  </section>`;
}

const row = (name: string, addresses: readonly string[]): Html =>
  html`<dt>${name}</dt>
    ${addresses.map((address) => html`<dd><a href="${address}">${address}</a></dd>`)}`;

const loginRow = (name: string, { email, password }: { readonly email: string; readonly password: string }): Html =>
  html`<dt>${name}</dt>
    <dd><code>${email}</code>, password <code>${password}</code></dd>`;
