import { useEffect, useRef } from 'react';
import { announce } from '../parts/announcer.tsx';
import { ChangeProblem } from './change-problem.tsx';
import { useWords } from '../times/words.ts';
import type { Booking } from './use-booking.ts';
import { useChange } from './use-change.ts';

interface Props {
  readonly booking: Booking;
  readonly zone: string;
  readonly onChanged: (booking: Booking) => void;
}

/** Reminders can be switched off by those who get them. */
export function Reminders({ booking, zone, onChanged }: Props) {
  const { remindersOff, nextReminderAt } = booking;
  const section = useRef<HTMLElement>(null);
  const words = useWords(zone);
  const { isBusy, problem, change } = useChange(booking, async () => undefined);

  async function switchOff() {
    const changed = await change('unsubscribe');
    if (changed === null) return;
    announce('You will get no reminders of this meeting.');
    onChanged(changed);
  }

  // A reminder's link to stop them leads here; when the browser looked for it, the page was not drawn yet.
  useEffect(() => {
    if (location.hash !== '#reminders') return;
    section.current?.scrollIntoView({ block: 'center' });
    section.current?.focus({ preventScroll: true });
  }, []);

  return (
    <section className="reminders" id="reminders" aria-label="Reminders" tabIndex={-1} ref={section}>
      {remindersOff ? (
        <p className="small soft">Reminders of this meeting are off. Changes are still mailed to you.</p>
      ) : nextReminderAt === null ? (
        <p className="small soft">No reminder of this meeting is planned.</p>
      ) : (
        <p className="small soft">
          You are reminded by mail, next on {words.short(nextReminderAt)}.{' '}
          <button type="button" className="link" aria-disabled={isBusy} onClick={() => void switchOff()}>
            Turn reminders off
          </button>
        </p>
      )}
      <ChangeProblem title="Reminders could not be turned off" problem={problem} />
    </section>
  );
}
