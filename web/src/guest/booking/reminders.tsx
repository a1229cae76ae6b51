import { useEffect, useRef } from 'react';
import { useTimeTexts } from '../date-text.ts';
import { t } from '../t.ts';
import { ChangeForm, ChangeProblem, type ChangeProps, useChange } from './change.tsx';

/** Reminders can be turned off by those who get them. */
export function Reminders({ zone, ...props }: ChangeProps & { readonly zone: string }) {
  const { remindersOff, nextReminderAt } = props.booking;
  const section = useRef<HTMLElement>(null);
  const words = useTimeTexts(zone);
  const change = useChange('unsubscribe', props);
  const turnOff = () => change.send({}, () => t('reminders.off'));

  // A reminder's link to stop them leads here.
  useEffect(() => {
    if (location.hash !== '#reminders') return;
    section.current?.scrollIntoView({ block: 'center' });
    section.current?.focus({ preventScroll: true });
  }, []);

  return (
    <section className="reminders" id="reminders" aria-label={t('reminders.label')} tabIndex={-1} ref={section}>
      {remindersOff ? (
        <p className="small soft">{t('reminders.offText')}</p>
      ) : nextReminderAt === null ? (
        <p className="small soft">{t('reminders.none')}</p>
      ) : (
        <ChangeForm className="small soft" change={change} onSend={turnOff}>
          <span>{t('reminders.next', { moment: words.short(nextReminderAt) })}</span>{' '}
          <button type="submit" className="link" aria-disabled={change.isBusy}>
            {t('reminders.turnOff')}
          </button>
        </ChangeForm>
      )}
      <ChangeProblem title={t('reminders.failed')} problem={change.problem} />
    </section>
  );
}
