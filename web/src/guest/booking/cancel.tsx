import { useState } from 'react';
import { Field } from '../form/field.tsx';
import { announce } from '../parts/announcer.tsx';
import { useFocusOn, usePageTitle } from '../parts/shell.tsx';
import { useWords } from '../times/words.ts';
import { ChangeProblem } from './change-problem.tsx';
import type { Booking } from './use-booking.ts';
import { useChange } from './use-change.ts';

interface Props {
  readonly booking: Booking;
  readonly zone: string;
  readonly onDone: (booking: Booking) => void;
  readonly onBack: () => void;
  readonly onStale: () => Promise<void>;
}

/** Cancels by an explicit button only, with a reason if the guest likes to give one. */
export function CancelBooking({ booking, zone, onDone, onBack, onStale }: Props) {
  const { host, eventType, startsAt } = booking;
  const words = useWords(zone);
  const { isBusy, problem, change } = useChange(booking, onStale);
  const [reason, setReason] = useState('');
  const heading = useFocusOn<HTMLHeadingElement>('cancel');
  usePageTitle('Cancel this meeting?');

  async function cancel() {
    const said = reason.trim();
    const changed = await change('cancel', { revision: booking.revision, ...(said === '' ? {} : { reason: said }) });
    if (changed === null) return;
    announce('The meeting is cancelled.');
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
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void cancel();
        }}
      >
        <Field id="reason" label={`Reason, for ${host.name}`} required={false} problem={undefined}>
          <textarea
            className="input"
            id="reason"
            rows={3}
            maxLength={1_000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <ChangeProblem title="The meeting was not cancelled" problem={problem} />
        <div className="buttons">
          <button type="submit" className="button danger" aria-disabled={isBusy}>
            {isBusy ? 'Cancelling …' : 'Cancel the meeting'}
          </button>
          <button type="button" className="button" onClick={onBack}>
            Keep it
          </button>
        </div>
      </form>
    </div>
  );
}
