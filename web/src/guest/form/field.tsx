import type { ReactNode } from 'react';

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
        {label}
        {required ? null : <span className="soft"> (optional)</span>}
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
