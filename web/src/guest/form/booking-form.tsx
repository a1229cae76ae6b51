import type { FormEvent, ReactNode, Ref } from 'react';
import { useRef } from 'react';
import type { ApiProblem } from '../../shared/api.ts';
import { sentenceOf } from '../data/problems.ts';
import { announce } from '../parts/announcer.tsx';
import { Notice } from '../parts/notice.tsx';
import { check, type Draft, type FieldProblems, placed, type Question } from './draft.ts';
import { described, Field } from './field.tsx';
import { QuestionField } from './question-field.tsx';

interface Props {
  readonly questions: readonly Question[];
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly problems: FieldProblems;
  readonly onProblems: (problems: FieldProblems) => void;
  readonly problem: ApiProblem | null;
  readonly isSending: boolean;
  readonly asksForConfirmation: boolean;
  readonly headingRef: Ref<HTMLHeadingElement>;
  /** Stands above the fields, such as "this time is gone". */
  readonly notice: ReactNode;
  readonly canSend: boolean;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

/** Who the guest is, and the host's questions. What was typed outlives every refusal. */
export function BookingForm(props: Props) {
  const {
    questions,
    draft,
    onDraft,
    problems,
    onProblems,
    problem,
    isSending,
    asksForConfirmation,
    canSend,
    headingRef,
  } = props;
  const form = useRef<HTMLFormElement>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isSending || !canSend) return;
    const wrong = check(draft, questions);
    onProblems(wrong);
    const count = Object.keys(wrong).length;
    if (count === 0) return props.onSend();
    announce(count === 1 ? 'One field needs another look.' : `${count} fields need another look.`);
    // The first field in reading order, once its problem is on the page.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  const others = problem === null ? [] : placed(problem.errors, questions).others;
  const action = asksForConfirmation ? 'Request this time' : 'Confirm booking';
  return (
    <form noValidate ref={form} onSubmit={submit} className="booking-form" aria-busy={isSending}>
      <button type="button" className="back" onClick={props.onBack}>
        Other times
      </button>
      <h2 ref={headingRef} tabIndex={-1}>
        Your details
      </h2>
      {props.notice}
      <Field id="field-name" label="Name" required problem={problems['name']}>
        <input
          className="input"
          id="field-name"
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          {...described('field-name', problems['name'])}
          value={draft.name}
          onChange={(event) => onDraft({ ...draft, name: event.target.value })}
        />
      </Field>
      <Field
        id="field-email"
        label="E-mail"
        required
        problem={problems['email']}
        hint="For the confirmation, reminders and your link to reschedule or cancel."
      >
        <input
          className="input"
          id="field-email"
          name="email"
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          {...described('field-email', problems['email'], true)}
          value={draft.email}
          onChange={(event) => onDraft({ ...draft, email: event.target.value })}
        />
      </Field>
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answer={draft.answers[question.id]}
          problem={problems[`answers/${question.id}`]}
          onChange={(answer) => onDraft({ ...draft, answers: { ...draft.answers, [question.id]: answer } })}
        />
      ))}
      <div className="trap" aria-hidden="true">
        <label htmlFor="field-website">Website</label>
        <input
          id="field-website"
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={draft.website}
          onChange={(event) => onDraft({ ...draft, website: event.target.value })}
        />
      </div>
      {problem === null || problem.code.startsWith('slot_') ? null : (
        <Notice kind="bad" title={titleOf(problem)} urgent>
          {problem.code === 'validation_failed' ? (
            others.map((detail) => <p key={detail}>{detail}</p>)
          ) : (
            <p>{sentenceOf(problem)}</p>
          )}
        </Notice>
      )}
      <button type="submit" className="button primary wide" aria-disabled={isSending || !canSend}>
        {isSending ? 'Booking …' : problem === null || !canSend ? action : 'Try again'}
      </button>
      <p className="small soft">
        Your details go to the host and are used for this booking only. <a href="/privacy">Privacy</a>
      </p>
    </form>
  );
}

const titleOf = ({ code }: ApiProblem) =>
  code === 'validation_failed' ? 'Something needs another look' : 'The booking did not go through';
