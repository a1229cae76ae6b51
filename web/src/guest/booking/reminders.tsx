import { announce } from '../parts/announcer.tsx';
import { ChangeProblem } from './change-problem.tsx';
import type { Booking } from './use-booking.ts';
import { useChange } from './use-change.ts';

interface Props {
  readonly booking: Booking;
  readonly onChanged: (booking: Booking) => void;
}

/** Reminders can be switched off by those who get them. */
export function Reminders({ booking, onChanged }: Props) {
  const { isBusy, problem, change } = useChange(booking, async () => undefined);

  async function switchOff() {
    if ((await change<unknown>('unsubscribe')) === null) return;
    announce('You will get no reminders of this meeting.');
    onChanged({ ...booking, remindersOff: true });
  }

  return (
    <section className="reminders" aria-label="Reminders">
      {booking.remindersOff ? (
        <p className="small soft">Reminders of this meeting are off. Changes are still mailed to you.</p>
      ) : (
        <p className="small soft">
          You get reminders before the meeting.{' '}
          <button type="button" className="link" aria-disabled={isBusy} onClick={() => void switchOff()}>
            Turn reminders off
          </button>
        </p>
      )}
      <ChangeProblem title="Reminders could not be turned off" problem={problem} />
    </section>
  );
}
