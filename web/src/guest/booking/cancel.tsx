import { useTimeTexts } from '../date-text.ts';
import { usePageWords } from '../page-context.tsx';
import { useFocusOn } from '../shell.tsx';
import { StepLink } from '../url-state.tsx';
import { ChangeForm, ChangeProblem, type ChangeProps, useChange } from './change.tsx';
import { reasonIn, ReasonField } from './reason-field.tsx';
import { TO_BOOKING } from './use-booking.ts';

/** Cancels by an explicit button only, with a reason if the guest likes to give one or the host wants to know. */
export function CancelBooking({ zone, ...props }: ChangeProps & { readonly zone: string }) {
  const { host, eventType, startsAt, revision } = props.booking;
  const words = useTimeTexts(zone);
  const change = useChange('cancel', props);
  const heading = useFocusOn<HTMLHeadingElement>('cancel');
  usePageWords({ title: 'Cancel this meeting?', hidden: true });

  async function cancel(form: FormData) {
    await change.send({ revision, ...reasonIn(form) }, () => 'Meeting cancelled.');
  }

  return (
    <div className="card booking">
      <h1 ref={heading} tabIndex={-1}>
        Cancel this meeting?
      </h1>
      <p className="lead">
        <span>{`${eventType.title} with ${host.name}`}</span>
        <br />
        <strong translate="no">{words.full(startsAt)}</strong>
      </p>
      <ChangeForm change={change} hidden={{ revision }} onSend={cancel}>
        <ReasonField {...props} change={change} />
        <ChangeProblem title="The meeting was not cancelled" problem={change.problem} />
        <div className="buttons">
          <button type="submit" className="button danger" aria-disabled={change.isBusy}>
            {change.isBusy ? 'Cancelling …' : 'Cancel meeting'}
          </button>
          <StepLink className="button" change={TO_BOOKING}>
            Keep meeting
          </StepLink>
        </div>
      </ChangeForm>
    </div>
  );
}

/** Withdraws the time that the guest has asked for: asking for the current one does. */
export function WithdrawNewTime(props: ChangeProps) {
  const { startsAt, revision } = props.booking;
  const change = useChange('reschedule', props);
  const withdraw = () => change.send({ startsAt, revision }, () => 'Your meeting keeps its time.');
  return (
    <section className="change" aria-label="New time">
      <ChangeProblem title="The new time was not withdrawn" problem={change.problem} />
      <ChangeForm change={change} hidden={{ startsAt, revision }} onSend={withdraw}>
        <button type="submit" className="button wide" aria-disabled={change.isBusy}>
          Keep current time
        </button>
      </ChangeForm>
    </section>
  );
}
