import type { RefusedChange } from '#api/pages/schema.ts';
import { useTimeTexts } from '../date-text.ts';
import { Field } from '../event/fields.tsx';
import { usePageWords } from '../page-context.tsx';
import { announce, useFocusOn } from '../shell.tsx';
import { StepLink } from '../url-state.tsx';
import { ChangeForm, ChangeProblem, useChange } from './change.tsx';
import { type Booking, TO_BOOKING } from './use-booking.ts';

interface Props {
  readonly booking: Booking;
  readonly zone: string;
  readonly refused: RefusedChange | null;
  readonly onDone: (booking: Booking) => void;
  readonly onStale: () => Promise<void>;
}

/** Cancels by an explicit button only, with a reason if the guest likes to give one. */
export function CancelBooking({ booking, zone, refused, onDone, onStale }: Props) {
  const { host, eventType, startsAt, revision } = booking;
  const words = useTimeTexts(zone);
  const change = useChange(booking, { verb: 'cancel', refused, onStale });
  const heading = useFocusOn<HTMLHeadingElement>('cancel');
  usePageWords({ title: 'Cancel this meeting?', hidden: true });

  async function cancel(form: FormData) {
    const reason = form.get('reason');
    const said = typeof reason === 'string' ? reason.trim() : '';
    const changed = await change.send({ revision, ...(said === '' ? {} : { reason: said }) });
    if (changed === null) return;
    announce('Meeting cancelled.');
    onDone(changed);
  }

  return (
    <div className="card booking">
      <h1 ref={heading} tabIndex={-1}>
        Cancel this meeting?
      </h1>
      <p className="lead">
        {eventType.title} with {host.name}
        <br />
        <strong>{words.full(startsAt)}</strong>
      </p>
      <ChangeForm change={change} hidden={{ revision }} onSend={cancel}>
        <Field id="reason" label={`Reason (shared with ${host.name})`} required={false} problem={undefined}>
          <textarea
            className="input"
            id="reason"
            name="reason"
            rows={3}
            maxLength={1_000}
            defaultValue={refused?.reason ?? ''}
          />
        </Field>
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
