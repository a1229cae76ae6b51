import type { RefusedChange } from '#api/pages/schema.ts';
import { announce } from '../parts/announcer.tsx';
import { ChangeForm } from './change-form.tsx';
import { ChangeProblem } from './change-problem.tsx';
import type { Booking } from './use-booking.ts';
import { useChange } from './use-change.ts';

interface Props {
  readonly booking: Booking;
  readonly refused: RefusedChange | null;
  readonly onChanged: (booking: Booking) => void;
  readonly onStale: () => Promise<void>;
}

/** Withdraws the time that the guest has asked for: asking for the current one does. */
export function KeepTime({ booking, refused, onChanged, onStale }: Props) {
  const { startsAt, revision } = booking;
  const change = useChange(booking, { verb: 'reschedule', refused, onStale });

  async function keep() {
    const changed = await change.send({ startsAt, revision });
    if (changed === null) return;
    announce('Your meeting keeps its time.');
    onChanged(changed);
  }

  return (
    <section className="change" aria-label="New time">
      <ChangeProblem title="The new time was not withdrawn" problem={change.problem} />
      <ChangeForm booking={booking} verb="reschedule" change={change} hidden={{ startsAt, revision }} onSend={keep}>
        <button type="submit" className="button wide" aria-disabled={change.isBusy}>
          Keep current time
        </button>
      </ChangeForm>
    </section>
  );
}
