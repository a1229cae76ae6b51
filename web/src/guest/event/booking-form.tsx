import { type FormEvent, type ReactNode, type Ref, useRef, useState } from 'react';
import type { PublicEventType } from '#api/guest/schema.ts';
import type { Draft } from '#api/pages/schema.ts';
import type { ApiProblem } from '../../shared/api.ts';
import { useLive } from '../page-context.tsx';
import { Notice } from '../problems.tsx';
import { announce } from '../shell.tsx';
import { privacyLink, rich, t } from '../t.ts';
import { StepLink, takeStep } from '../url-state.tsx';
import { check, draftIn, type FieldProblems, placed, type Question } from './draft.ts';
import { described, Field, QuestionField } from './fields.tsx';
import { GuestsField } from './guests-field.tsx';
import { chosenLocation, LocationField } from './locations.tsx';
import { refusalOf } from './refusal.ts';

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
  const isChoice = locations.length > 1;
  const wrongIn = (typed: Draft) =>
    check(typed, questions, { phone: chosenLocation(locations, typed)?.asksPhone === true, location: isChoice });
  const isInvalid = problem?.code === 'validation_failed';
  const [wrong, setWrong] = useState<FieldProblems>(() => (isInvalid ? wrongIn(draft) : {}));
  const told = isInvalid ? placed(problem.errors, questions) : NOTHING_PLACED;
  const problems = { ...told.fields, ...wrong };
  // Without scripts the number can be typed whichever place is chosen.
  const mayCall = isLive ? chosenLocation(locations, draft)?.asksPhone : locations.some(({ asksPhone }) => asksPhone);
  const asksForPerson = draft.isPerson || problem?.code === 'person_unconfirmed';

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending || !canSend) return;
    const typed = draftIn(new FormData(event.currentTarget), questions);
    const found = wrongIn(typed);
    setWrong(found);
    const count = Object.keys(found).length;
    if (count === 0) return onSend(typed);
    announce(t('form.checkFields', { count }));
    // The first field in reading order, once its problem is on the page.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

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
        {t('times.back')}
      </StepLink>
      <h2 ref={headingRef} tabIndex={-1}>
        {t('form.title')}
      </h2>
      {/* What Enter in a field presses; else it would be the first of the times offered instead. */}
      <button type="submit" className="trap" tabIndex={-1} aria-hidden="true" />
      {notice}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field id="field-name" label={t('form.name')} required problem={problems['name']}>
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
      <Field id="field-email" label={t('form.email')} required problem={problems['email']} hint={t('form.email.hint')}>
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
          label={t('form.phone')}
          required={isLive || !isChoice}
          problem={problems['phone']}
          hint={t('form.phone.hint', { host: hostName })}
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
        <label htmlFor="field-website">{t('form.website')}</label>
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
        <RefusedNotice problem={problem} hasOthers={told.hasOthers} />
      )}
      {asksForPerson ? (
        <div className="field">
          <label className="checkbox">
            <input type="checkbox" name="isPerson" value="yes" required />
            <span>{t('form.person')}</span>
          </label>
        </div>
      ) : null}
      <button type="submit" className="button primary wide" aria-disabled={isSending || !canSend}>
        {isSending
          ? t('form.sending')
          : problem !== null && canSend
            ? t('form.again')
            : t(asksForConfirmation ? 'form.request' : 'form.confirm')}
      </button>
      <p className="small soft">{rich('form.data', { link: privacyLink })}</p>
    </form>
  );
}

const NOTHING_PLACED: ReturnType<typeof placed> = { fields: {}, hasOthers: false };

function RefusedNotice({ problem, hasOthers }: { readonly problem: ApiProblem; readonly hasOthers: boolean }) {
  const isInvalid = problem.code === 'validation_failed';
  const title = isInvalid ? 'form.check' : problem.code === 'person_unconfirmed' ? 'form.oneMoreStep' : 'form.failed';
  return (
    <Notice kind="bad" title={t(title)} urgent>
      {isInvalid && !hasOthers ? null : <p>{refusalOf(problem)}</p>}
    </Notice>
  );
}
