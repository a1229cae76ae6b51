import { useNow } from '../keep-fresh.ts';
import { privacyLink, rich, t } from '../t.ts';
import { StepLink, useQuery } from '../url-state.tsx';
import { ChangeForm, ChangeProblem, useChange } from './change.tsx';
import { type Booking, bookingPath, isAhead } from './use-booking.ts';

interface Props {
  readonly booking: Booking;
  readonly onErased: () => void;
}

/** What is stored about the guest: to take along, or to erase. */
export function YourData({ booking, onErased }: Props) {
  const isSure = useQuery().get('action') === 'erase';
  return (
    <details className="your-data" open={isSure}>
      <summary>{t('data.title')}</summary>
      <p className="small">
        {rich(booking.phone === null ? 'data.text' : 'data.textWithPhone', { link: privacyLink })}
      </p>
      <form className="buttons" method="post" action={`${bookingPath(booking.token)}/export`}>
        <button type="submit" className="button">
          {t('data.download')}
        </button>
        {isSure ? null : (
          <StepLink className="button" change={{ action: 'erase', news: null }}>
            {t('data.erase')}
          </StepLink>
        )}
      </form>
      {isSure ? <Erase booking={booking} onErased={onErased} /> : null}
    </details>
  );
}

function Erase({ booking, onErased }: Props) {
  const change = useChange('erase', { booking, onChanged: onErased });
  const ahead = isAhead(booking, useNow());
  return (
    <>
      <ChangeForm className="notice bad" change={change} onSend={() => change.send({}, () => t('data.erase.done'))}>
        <p className="notice-title">{t('data.erase.title')}</p>
        <p>{t(ahead ? 'data.erase.ahead' : 'data.erase.text')}</p>
        <div className="buttons">
          <button type="submit" className="button danger" aria-disabled={change.isBusy}>
            {t('data.erase.button')}
          </button>
          <StepLink className="button" change={{ action: null }}>
            {t('data.erase.keep')}
          </StepLink>
        </div>
      </ChangeForm>
      <ChangeProblem title={t('data.erase.failed')} problem={change.problem} />
    </>
  );
}
