import { useNow } from '../keep-fresh.ts';
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
      <summary>Your data</summary>
      <p className="small">
        We store your name, email, {booking.phone === null ? null : 'phone number, '}time zone, answers and this
        booking’s history. <a href="/privacy">How it’s used</a>
      </p>
      <form className="buttons" method="post" action={`${bookingPath(booking.token)}/export`}>
        <button type="submit" className="button">
          Download a copy
        </button>
        {isSure ? null : (
          <StepLink className="button" change={{ action: 'erase', news: null }}>
            Erase my data
          </StepLink>
        )}
      </form>
      {isSure ? <Erase booking={booking} onErased={onErased} /> : null}
    </details>
  );
}

function Erase({ booking, onErased }: Props) {
  const change = useChange('erase', { booking, onChanged: onErased });
  const ends = isAhead(booking, useNow()) ? 'The booking will be cancelled, and this' : 'This';
  return (
    <>
      <ChangeForm className="notice bad" change={change} onSend={() => change.send({}, () => 'Your data is erased.')}>
        <p className="notice-title">Erase your data permanently?</p>
        <p>{ends} page’s link stops working at once.</p>
        <div className="buttons">
          <button type="submit" className="button danger" aria-disabled={change.isBusy}>
            Erase permanently
          </button>
          <StepLink className="button" change={{ action: null }}>
            Keep my data
          </StepLink>
        </div>
      </ChangeForm>
      <ChangeProblem title="Your data was not erased" problem={change.problem} />
    </>
  );
}
