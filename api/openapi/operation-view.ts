import { html, type Html, nothing } from '#html';
import { PROBLEMS } from '../problem.ts';
import type { ApiDocument } from './document.ts';

type PathItem = NonNullable<ApiDocument['paths']>[string];

export interface Shown {
  readonly method: string;
  readonly path: string;
  readonly operation: NonNullable<PathItem['get']>;
}

/** What the document says of one operation, of which only a little is read here. */
interface Loose {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Loose;
  readonly content?: Readonly<Record<string, { readonly schema?: Loose }>>;
  readonly examples?: readonly unknown[];
}

/** One operation: what it takes and what it answers. */
export function operationView(document: ApiDocument, { method, path, operation }: Shown): Html {
  const { summary = '', security, operationId = path } = operation;
  const parameters = (operation.parameters ?? []) as readonly Loose[];
  const responses = Object.entries<Loose>(operation.responses ?? {});
  return html`<section class="operation" id="${operationId}">
    <h3><code>${method.toUpperCase()} ${path}</code></h3>
    <p>${prose(summary)}.${(security?.length ?? 0) > 0 ? ' Needs a login.' : ''}</p>
    ${parameters.length === 0 ? nothing : parameterList(parameters)}
    ${bodyExample(document, operation.requestBody as Loose | undefined)}
    <dl class="answers">${responses.map(([status, answer]) => answerRow(status, answer))}</dl>
  </section>`;
}

const parameterList = (parameters: readonly Loose[]): Html =>
  html`<ul>
    ${parameters.map(
      ({ name = '', in: place = '', required = false, description }) =>
        html`<li>
          <code>${name}</code>
          <span class="soft"
            >${place}${required ? ', required' : ''}${description === undefined ? nothing : html`: ${prose(description)}`}</span
          >
        </li>`,
    )}
  </ul>`;

function bodyExample(document: ApiDocument, body: Loose | undefined): Html {
  const schema = body?.content?.['application/json']?.schema;
  const [example] = resolved(document, schema)?.examples ?? [];
  return example === undefined ? nothing : html`<pre tabindex="0">${JSON.stringify(example, null, 2)}</pre>`;
}

function resolved(document: ApiDocument, schema: Loose | undefined): Loose | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : (document.components?.schemas?.[name] as Loose | undefined);
}

const answerRow = (status: string, { description = '' }: Loose): Html =>
  html`<dt>${status}</dt>
    <dd>${prose(description)}</dd>`;

/** The document writes code in backticks; codes of problems lead to their meaning. */
function prose(text: string): Html {
  const parts = text.split('`').map((part, index) => {
    if (index % 2 === 0) return html`${part}`;
    return part in PROBLEMS ? html`<a href="#${part}"><code>${part}</code></a>` : html`<code>${part}</code>`;
  });
  return html`${parts}`;
}
