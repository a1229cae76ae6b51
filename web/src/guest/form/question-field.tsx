import type { Question } from './draft.ts';
import { described, Field, FieldProblem } from './field.tsx';

interface Props {
  readonly question: Question;
  readonly answer: string | boolean | undefined;
  readonly problem: string | undefined;
  readonly onChange: (answer: string | boolean) => void;
}

export const questionFieldId = (id: string) => `field-answers/${id}`;

/** One of the host's own questions. */
export function QuestionField({ question, answer, problem, onChange }: Props) {
  const { label, kind, required, options = [] } = question;
  const id = questionFieldId(question.id);
  const text = typeof answer === 'string' ? answer : '';
  const common = { id, required, name: question.id, ...described(id, problem) };

  if (kind === 'checkbox')
    return (
      <div className="field">
        <label className="checkbox">
          <input
            type="checkbox"
            {...common}
            checked={answer === true}
            onChange={(event) => onChange(event.target.checked)}
          />
          <span>
            {label}
            {required ? null : <span className="soft"> (optional)</span>}
          </span>
        </label>
        <FieldProblem id={id} problem={problem} />
      </div>
    );
  return (
    <Field id={id} label={label} required={required} problem={problem}>
      {kind === 'choice' ? (
        <select className="input" {...common} value={text} onChange={(event) => onChange(event.target.value)}>
          <option value="">Please choose</option>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : kind === 'long_text' ? (
        <textarea
          className="input"
          rows={4}
          maxLength={5_000}
          {...common}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          className="input"
          {...(kind === 'phone' ? { type: 'tel', autoComplete: 'tel', inputMode: 'tel' as const } : { type: 'text' })}
          {...common}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
