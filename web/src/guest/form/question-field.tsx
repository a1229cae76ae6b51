import type { Question } from './draft.ts';
import { described, Field, FieldProblem } from './field.tsx';

interface Props {
  readonly question: Question;
  readonly answer: string | boolean | undefined;
  readonly problem: string | undefined;
}

/** One of the host's own questions; its field is named `answer-{id}`. */
export function QuestionField({ question, answer, problem }: Props) {
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
            {label}
            {required ? null : <span className="soft"> (optional)</span>}
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
          <option value="">Please choose</option>
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
