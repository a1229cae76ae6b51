/** A piece of HTML that is safe to send as it is. */
export interface Html {
  readonly html: string;
}

type Value = Html | string | number | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** A template whose every value is escaped unless it is HTML made here: there is no other way to get text into a page or a mail. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const rendered = values.map((value) => {
    if (typeof value === 'object') return 'html' in value ? value.html : value.map(({ html }) => html).join('');
    return escaped(String(value));
  });
  return { html: String.raw({ raw: strings }, ...rendered) };
}

/** What a message with tags is made of: its text is escaped, its elements are HTML. */
export const richHtml = (parts: readonly (string | Html)[]): readonly Html[] =>
  parts.map((part) => (typeof part === 'string' ? html`${part}` : part));

export const nothing: Html = { html: '' };
