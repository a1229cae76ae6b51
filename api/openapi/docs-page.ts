import { html, type Html, nothing } from '#html';
import { PROBLEMS } from '../problem.ts';
import type { ApiDocument } from './document.ts';
import { CODES, exampleOf, MEANINGS } from './problem-answers.ts';
import { operationView, type Shown } from './operation-view.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** `/docs`: the API to read, made from its OpenAPI document. */
export function docsPage(document: ApiDocument): Html {
  const all = operationsOf(document);
  const parts = (document.tags ?? []).map(({ name, description = '' }) => ({
    name,
    description,
    id: `part-${name.toLowerCase().replaceAll(' ', '-')}`,
    operations: all.filter(({ operation }) => operation.tags?.includes(name)),
  }));
  return html`<article class="column text docs">
    <h1>How the API works</h1>
    <p>
      This page is made from <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1), which programs can read. Types for
      TypeScript: <code>npx openapi-typescript ${document.servers?.[0]?.url ?? ''}/openapi.json -o insytical.ts</code>;
      by them <code>openapi-fetch</code> knows every path, parameter, body and answer.
    </p>
    ${basics}
    <nav aria-label="Parts">
      <ul>
        ${parts.map(({ name, id }) => html`<li><a href="#${id}">${name}</a></li>`)}
        <li><a href="#codes">Error codes</a></li>
      </ul>
    </nav>
    ${parts.map(
      ({ name, description, id, operations }) =>
        html`<section id="${id}">
          <h2>${name}</h2>
          <p class="soft">${description}</p>
          ${operations.map((shown) => operationView(document, shown))}
        </section>`,
    )}
    <section id="codes">
      <h2>Error codes</h2>
      ${CODES.map(codeView)}
    </section>
  </article>`;
}

function operationsOf({ paths = {} }: ApiDocument): Shown[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ method, path, operation }];
    }),
  );
}

const basics = html`<h2>Basics</h2>
  <ul>
    <li>Bodies are JSON, at most 64 kB. Instants are RFC 3339 in UTC. Lists are <code>{ items, nextCursor }</code>.</li>
    <li>
      Errors are <code>application/problem+json</code> (RFC 9457). Decide by <code>code</code>; <code>detail</code> may
      be shown to people; <code>instance</code> names the request to support.
    </li>
    <li>Hosts log in by a cookie. A guest’s booking opens by the token in its link, until a day after the meeting.</li>
    <li>
      Bookings take an <code>Idempotency-Key</code>: for 24 hours the same key with the same body answers the same
      booking.
    </li>
    <li>
      Changes may carry the <code>revision</code> you have seen; an outdated one is refused as <code>stale</code>.
    </li>
    <li>Answers 429 and 503 carry <code>Retry-After</code>, in seconds.</li>
  </ul>`;

const codeView = (code: (typeof CODES)[number]): Html =>
  html`<section class="code" id="${code}">
    <h3><code>${code}</code> <span class="soft">${PROBLEMS[code].status}</span></h3>
    <p>${MEANINGS[code]}</p>
    ${code === 'internal' ? nothing : html`<pre tabindex="0">${JSON.stringify(exampleOf(code), null, 2)}</pre>`}
  </section>`;
