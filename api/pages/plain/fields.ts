import { html, type Html, nothing } from '#mail/html.ts';
import type { PublicEventType } from '../../guest/schema.ts';

type Question = PublicEventType['questions'][number];

interface TextField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel';
  readonly autocomplete?: string;
  readonly required?: boolean;
}

/** One labelled line of text; what is wrong with it is said beside it. */
export function textField({ type = 'text', autocomplete = 'off', required = true, ...field }: TextField): Html {
  const { name, value, problem } = field;
  return labelled(
    { ...field, required },
    html`<input
      class="input"
      type="${type}"
      id="${name}"
      name="${name}"
      value="${value}"
      autocomplete="${autocomplete}"
      ${required ? html`required` : nothing}
      ${described(name, problem)}
    />`,
  );
}

/** One of the host's own questions; its field is named `answer-{id}`. */
export function questionField(
  { id, kind, label, required, options = [] }: Question,
  answer: string | undefined,
  errors: ReadonlyMap<string, string>,
): Html {
  const name = `answer-${id}`;
  const problem = errors.get(name);
  const value = answer ?? '';
  const needed = required ? html`required` : nothing;
  if (kind === 'checkbox')
    return html`<div class="field">
      <label class="checkbox">
        <input
          type="checkbox"
          id="${name}"
          name="${name}"
          value="yes"
          ${value === '' ? nothing : html`checked`}
          ${needed}
          ${described(name, problem)}
        />
        <span>${label}${required ? nothing : optional}</span>
      </label>
      ${problemText(name, problem)}
    </div>`;
  if (kind === 'long_text')
    return labelled(
      { name, label, problem, required },
      html`<textarea class="input" id="${name}" name="${name}" rows="4" ${needed} ${described(name, problem)}>
${value}</textarea>`,
    );
  if (kind === 'choice')
    return labelled(
      { name, label, problem, required },
      html`<select class="input" id="${name}" name="${name}" ${needed} ${described(name, problem)}>
        <option value="">Please choose</option>
        ${options.map((option) => html`<option ${option === value ? html`selected` : nothing}>${option}</option>`)}
      </select>`,
    );
  return textField({
    name,
    label,
    value,
    problem,
    required,
    ...(kind === 'phone' ? { type: 'tel', autocomplete: 'tel' } : {}),
  });
}

const optional = html` <span class="soft">(optional)</span>`;

/** A field under its label. */
export const labelled = (
  { name, label, problem, required }: Pick<TextField, 'name' | 'label' | 'problem' | 'required'>,
  field: Html,
): Html =>
  html`<div class="field">
    <label for="${name}">${label}${required === false ? optional : nothing}</label>
    ${field} ${problemText(name, problem)}
  </div>`;

const described = (name: string, problem: string | undefined) =>
  problem === undefined ? nothing : html`aria-invalid="true" aria-describedby="${name}-problem"`;

const problemText = (name: string, problem: string | undefined) =>
  problem === undefined ? nothing : html`<p class="field-problem" id="${name}-problem">${problem}</p>`;
