import type { ReactNode } from 'react';
import { t } from '../t.ts';
import type { Question } from './draft.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly problem: string | undefined;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A label, its input and what is wrong with it. */
export function Field({ id, label, required, problem, hint, children }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>
        <bdi>{label}</bdi>
        {required ? null : <span className="soft">{` ${t('shell.optional')}`}</span>}
      </label>
      {children}
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldProblem id={id} problem={problem} />
    </div>
  );
}

export function FieldProblem({ id, problem }: Pick<Props, 'id' | 'problem'>) {
  return problem === undefined ? null : (
    <p className="field-problem" id={`${id}-problem`}>
      {problem}
    </p>
  );
}

/** The attributes that tie an input to its hint and its problem. */
export const described = (id: string, problem: string | undefined, hasHint = false) => ({
  'aria-invalid': problem !== undefined,
  'aria-describedby':
    [hasHint ? `${id}-hint` : '', problem === undefined ? '' : `${id}-problem`].filter(Boolean).join(' ') || undefined,
});

interface QuestionProps {
  readonly question: Question;
  readonly answer: string | boolean | undefined;
  readonly problem: string | undefined;
}

/** One of the host's own questions; its field is named `answer-{id}`. */
export function QuestionField({ question, answer, problem }: QuestionProps) {
  const { label, kind, required, options = [] } = question;
  const name = `answer-${question.id}`;
  const id = `field-${name}`;
  const common = { id, name, required, ...described(id, problem) };

  if (kind === 'checkbox')
    return (
      <div className="field">
        <label className="checkbox">
          <input type="checkbox" {...common} value="yes" defaultChecked={answer === true} />
          <span>
            <bdi>{label}</bdi>
            {required ? null : <span className="soft">{` ${t('shell.optional')}`}</span>}
          </span>
        </label>
        <FieldProblem id={id} problem={problem} />
      </div>
    );
  const field = { ...common, className: 'input', defaultValue: typeof answer === 'string' ? answer : '' };
  return (
    <Field id={id} label={label} required={required} problem={problem}>
      {kind === 'choice' ? (
        <select {...field}>
          <option value="">{t('form.choose')}</option>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : kind === 'long_text' ? (
        <textarea rows={4} maxLength={5_000} {...field} />
      ) : kind === 'phone' ? (
        <input type="tel" autoComplete="tel" inputMode="tel" {...field} />
      ) : (
        <input type="text" {...field} />
      )}
    </Field>
  );
}
