import { announce } from '../parts/announcer.tsx';
import { ChangeProblem } from './change-problem.tsx';
import type { Booking } from './use-booking.ts';
import { useChange } from './use-change.ts';

interface Props {
  readonly booking: Booking;
  readonly onChanged: (booking: Booking) => void;
  readonly onStale: () => Promise<void>;
}

/** Withdraws the time that the guest has asked for: asking for the present one does. */
export function KeepTime({ booking, onChanged, onStale }: Props) {
  const { startsAt, revision } = booking;
  const { isBusy, problem, change } = useChange(booking, onStale);

  async function keep() {
    const changed = await change('reschedule', { startsAt, revision });
    if (changed === null) return;
    announce('Your meeting stays at its time.');
    onChanged(changed);
  }

  return (
    <section className="change" aria-label="New time">
      <ChangeProblem title="The new time was not withdrawn" problem={problem} />
      <button
        type="button"
        className="button wide"
        aria-disabled={isBusy}
        onClick={() => {
          if (!isBusy) void keep();
        }}
      >
        Keep the current time
      </button>
    </section>
  );
}
