import { useEffect, useRef } from 'react';
import { useTimeTexts } from '../date-text.ts';
import { ChangeForm, ChangeProblem, type ChangeProps, useChange } from './change.tsx';

/** Reminders can be turned off by those who get them. */
export function Reminders({ zone, ...props }: ChangeProps & { readonly zone: string }) {
  const { remindersOff, nextReminderAt } = props.booking;
  const section = useRef<HTMLElement>(null);
  const words = useTimeTexts(zone);
  const change = useChange('unsubscribe', props);
  const turnOff = () => change.send({}, () => 'Reminders are off.');

  // A reminder's link to stop them leads here.
  useEffect(() => {
    if (location.hash !== '#reminders') return;
    section.current?.scrollIntoView({ block: 'center' });
    section.current?.focus({ preventScroll: true });
  }, []);

  return (
    <section className="reminders" id="reminders" aria-label="Reminders" tabIndex={-1} ref={section}>
      {remindersOff ? (
        <p className="small soft">Reminders are off. We’ll still email you if something changes.</p>
      ) : nextReminderAt === null ? (
        <p className="small soft">No reminder is planned.</p>
      ) : (
        <ChangeForm className="small soft" change={change} onSend={turnOff}>
          <span>{`Next reminder: ${words.short(nextReminderAt)} by email.`}</span>{' '}
          <button type="submit" className="link" aria-disabled={change.isBusy}>
            Turn reminders off
          </button>
        </ChangeForm>
      )}
      <ChangeProblem title="Reminders could not be turned off" problem={change.problem} />
    </section>
  );
}
