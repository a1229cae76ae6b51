import { useTimeTexts } from '../date-text.ts';
import { usePageWords } from '../page-context.tsx';
import { useFocusOn } from '../shell.tsx';
import { t } from '../t.ts';
import { StepLink } from '../url-state.tsx';
import { ChangeForm, ChangeProblem, type ChangeProps, useChange } from './change.tsx';
import { reasonIn, ReasonField } from './reason-field.tsx';
import { TO_BOOKING } from './use-booking.ts';

export interface CancelProps extends ChangeProps {
  readonly zone: string;
}

/** Cancels by an explicit button only, with a reason if the guest likes to give one or the host wants to know. */
export function CancelBooking({ zone, ...props }: CancelProps) {
  const { host, eventType, startsAt, revision } = props.booking;
  const words = useTimeTexts(zone);
  const change = useChange('cancel', props);
  const heading = useFocusOn<HTMLHeadingElement>('cancel');
  usePageWords({ title: t('cancel.title'), hidden: true });

  async function cancel(form: FormData) {
    await change.send({ revision, ...reasonIn(form) }, () => t('cancel.done'));
  }

  return (
    <div className="card booking">
      <h1 ref={heading} tabIndex={-1}>
        {t('cancel.title')}
      </h1>
      <p className="lead">
        <span>{t('event.title', { title: eventType.title, host: host.name })}</span>
        <br />
        <strong translate="no">{words.full(startsAt)}</strong>
      </p>
      <ChangeForm change={change} hidden={{ revision }} onSend={cancel}>
        <ReasonField {...props} change={change} />
        <ChangeProblem title={t('cancel.failed')} problem={change.problem} />
        <div className="buttons">
          <button type="submit" className="button danger" aria-disabled={change.isBusy}>
            {t(change.isBusy ? 'cancel.busy' : 'cancel.button')}
          </button>
          <StepLink className="button" change={TO_BOOKING}>
            {t('cancel.keep')}
          </StepLink>
        </div>
      </ChangeForm>
    </div>
  );
}
