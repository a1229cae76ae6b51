import { type FormEvent, type ReactNode, type Ref, useRef, useState } from 'react';
import type { PublicEventType } from '#api/guest/schema.ts';
import type { Draft } from '#api/pages/schema.ts';
import type { ApiProblem } from '../../shared/api.ts';
import { useLive } from '../page-context.tsx';
import { Notice, sentenceOf } from '../problems.tsx';
import { announce } from '../shell.tsx';
import { StepLink, takeStep } from '../url-state.tsx';
import { check, draftIn, type FieldProblems, placed, type Question } from './draft.ts';
import { described, Field, QuestionField } from './fields.tsx';
import { GuestsField } from './guests-field.tsx';
import { chosenLocation, LocationField } from './locations.tsx';

interface Props {
  /** Where the form goes without scripts: the page's own address. */
  readonly action: string;
  /** What goes along. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly questions: readonly Question[];
  readonly hostName: string;
  readonly locations: PublicEventType['locations'];
  readonly allowsGuests: boolean;
  /** What stands in the form at first; later the form itself knows. */
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly problem: ApiProblem | null;
  readonly isSending: boolean;
  readonly asksForConfirmation: boolean;
  readonly headingRef: Ref<HTMLHeadingElement>;
  /** Stands above the fields, such as "this time is gone". */
  readonly notice: ReactNode;
  readonly canSend: boolean;
  readonly onSend: (draft: Draft) => void;
  readonly onBack: () => void;
}

/**
 * Who the guest is, and the host's questions. Its fields are the browser's own, so that what was typed outlives every
 * refusal, and the moment when scripts arrive.
 */
export function BookingForm(props: Props) {
  const {
    action,
    hidden,
    questions,
    hostName,
    locations,
    allowsGuests,
    draft,
    problem,
    isSending,
    asksForConfirmation,
    headingRef,
    notice,
    canSend,
  } = props;
  const { onDraft, onSend, onBack } = props;
  const form = useRef<HTMLFormElement>(null);
  const isLive = useLive();
  const [wrong, setWrong] = useState<FieldProblems>({});
  const told = problem?.code === 'validation_failed' ? placed(problem.errors, questions) : { fields: {}, others: [] };
  const problems = { ...told.fields, ...wrong };
  const isChoice = locations.length > 1;
  // Without scripts the number can be typed whichever place is chosen.
  const mayCall = isLive ? chosenLocation(locations, draft)?.asksPhone : locations.some(({ asksPhone }) => asksPhone);
  const asksForPerson = draft.isPerson || problem?.code === 'person_unconfirmed';

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending || !canSend) return;
    const typed = draftIn(new FormData(event.currentTarget), questions);
    const asksPhone = chosenLocation(locations, typed)?.asksPhone === true;
    const found = check(typed, questions, { phone: asksPhone, location: isChoice });
    setWrong(found);
    const count = Object.keys(found).length;
    if (count === 0) return onSend(typed);
    announce(count === 1 ? 'Please check one field.' : `Please check ${count} fields.`);
    // The first field in reading order, once its problem is on the page.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  const verb = asksForConfirmation ? 'Request booking' : 'Confirm booking';
  return (
    <form
      method="post"
      action={action}
      noValidate={isLive}
      ref={form}
      onSubmit={submit}
      onChange={({ currentTarget }) => onDraft(draftIn(new FormData(currentTarget), questions))}
      className="booking-form"
      aria-busy={isSending}
    >
      <StepLink
        className="back"
        change={{ slot: null }}
        onStep={() => {
          onBack();
          takeStep({ slot: null }, 'push');
        }}
      >
        Back to times
      </StepLink>
      <h2 ref={headingRef} tabIndex={-1}>
        Your details
      </h2>
      {/* What Enter in a field presses; else it would be the first of the times offered instead. */}
      <button type="submit" className="trap" tabIndex={-1} aria-hidden="true" />
      {notice}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field id="field-name" label="Name" required problem={problems['name']}>
        <input
          className="input"
          id="field-name"
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          {...described('field-name', problems['name'])}
          defaultValue={draft.name}
        />
      </Field>
      <Field
        id="field-email"
        label="Email"
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
          defaultValue={draft.email}
        />
      </Field>
      {isChoice ? (
        <LocationField
          locations={locations}
          hostName={hostName}
          chosen={draft.location}
          problem={problems['location']}
        />
      ) : null}
      {mayCall ? (
        <Field
          id="field-phone"
          label="Phone number"
          required={isLive || !isChoice}
          problem={problems['phone']}
          hint={`With country code, such as +49 30 123456. ${hostName} will call you at this number.`}
        >
          <input
            className="input"
            id="field-phone"
            name="phone"
            type="tel"
            autoComplete="tel"
            required={isLive || !isChoice}
            maxLength={60}
            {...described('field-phone', problems['phone'], true)}
            defaultValue={draft.phone}
          />
        </Field>
      ) : null}
      {allowsGuests ? <GuestsField typed={draft.guests} problem={problems['guests']} /> : null}
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answer={draft.answers[question.id]}
          problem={problems[`answers/${question.id}`]}
        />
      ))}
      <div className="trap" aria-hidden="true">
        <label htmlFor="field-website">Website</label>
        <input
          id="field-website"
          name="website"
          tabIndex={-1}
          autoComplete="off"
          defaultValue={draft.website}
          data-1p-ignore
          data-lpignore="true"
        />
      </div>
      {problem === null || problem.code.startsWith('slot_') ? null : (
        <RefusedNotice problem={problem} others={told.others} />
      )}
      {asksForPerson ? (
        <div className="field">
          <label className="checkbox">
            <input type="checkbox" name="isPerson" value="yes" required />
            <span>I’m a person</span>
          </label>
        </div>
      ) : null}
      <button type="submit" className="button primary wide" aria-disabled={isSending || !canSend}>
        {isSending ? 'Booking …' : problem === null || !canSend ? verb : 'Try again'}
      </button>
      <p className="small soft">
        Your details go to the host and are used for this booking only. <a href="/privacy">Privacy</a>
      </p>
    </form>
  );
}

const TITLES: Readonly<Record<string, string>> = { person_unconfirmed: 'One more step' };

function RefusedNotice({ problem, others }: { readonly problem: ApiProblem; readonly others: readonly string[] }) {
  if (problem.code !== 'validation_failed')
    return (
      <Notice kind="bad" title={TITLES[problem.code] ?? 'Your booking didn’t go through'} urgent>
        <p>{sentenceOf(problem)}</p>
      </Notice>
    );
  return (
    <Notice kind="bad" title="Please check the form" urgent>
      {others.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
    </Notice>
  );
}
