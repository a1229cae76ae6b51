import { t } from '../t.ts';
import { ChangeForm, ChangeProblem, type ChangeProps, useChange } from './change.tsx';

/** Withdraws the time that the guest has asked for: asking for the current one does. */
export function WithdrawNewTime(props: ChangeProps) {
  const { startsAt, revision } = props.booking;
  const change = useChange('reschedule', props);
  const withdraw = () => change.send({ startsAt, revision }, () => t('news.kept'));
  return (
    <section className="change" aria-label={t('withdraw.label')}>
      <ChangeProblem title={t('withdraw.failed')} problem={change.problem} />
      <ChangeForm change={change} hidden={{ startsAt, revision }} onSend={withdraw}>
        <button type="submit" className="button wide" aria-disabled={change.isBusy}>
          {t('reschedule.keep')}
        </button>
      </ChangeForm>
    </section>
  );
}
