import { html, type Html, nothing } from '#html';
import type { Login, StackFile } from './stack-file.ts';

/** Where the parts of a running stack are, with the demo hosts' logins: a section of the API's page at `/`. */
export function homeSection({ temporalUi, mailbox, simulators, demo, nova }: StackFile): Html {
  const slugs = Object.values(demo.eventTypes);
  return html`<section class="card" aria-labelledby="stack">
    <h2 id="stack">This is a stack on your machine</h2>
    <dl>
      ${row('Book as a guest', [`/${demo.handle}`, ...slugs.map((slug) => `/${demo.handle}/${slug}`)])}
      ${temporalUi === undefined ? nothing : row('Workflows', [temporalUi])} ${row('Mailbox', [mailbox])}
      ${row('Simulated platforms', [simulators])} ${loginRow('Host with everything connected', demo)}
      ${loginRow('Host who has just signed up', nova)}
    </dl>
  </section>`;
}

const row = (name: string, addresses: readonly string[]): Html =>
  html`<dt>${name}</dt>
    ${addresses.map((address) => html`<dd><a href="${address}">${address}</a></dd>`)}`;

const loginRow = (name: string, { email, password }: Login): Html =>
  html`<dt>${name}</dt>
    <dd><code>${email}</code>, password <code>${password}</code></dd>`;
