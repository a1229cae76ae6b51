import { useState } from 'react';
import { saveJson } from '../../shared/save-file.ts';
import { ChangeProblem } from './change-problem.tsx';
import { type Booking, mayChange } from './use-booking.ts';
import { useChange } from './use-change.ts';

interface Props {
  readonly booking: Booking;
  readonly onErased: () => void;
}

/** What is stored about the guest: to take along, or to erase. */
export function YourData({ booking, onErased }: Props) {
  const { isBusy, problem, change } = useChange(booking, async () => undefined);
  const [isSure, setSure] = useState(false);

  async function download() {
    const data = await change<unknown>('export');
    if (data !== null) saveJson('booking.json', data);
  }

  async function erase() {
    if ((await change<unknown>('erase')) !== null) onErased();
  }

  return (
    <details className="your-data">
      <summary>Your data</summary>
      <p className="small">
        Stored are your name, address, time zone, answers and the story of this booking.{' '}
        <a href="/privacy">How it is used</a>
      </p>
      <div className="buttons">
        <button type="button" className="button" aria-disabled={isBusy} onClick={() => void download()}>
          Download a copy
        </button>
        {isSure ? null : (
          <button type="button" className="button" onClick={() => setSure(true)}>
            Erase my data
          </button>
        )}
      </div>
      {isSure ? (
        <div className="notice bad" role="alert">
          <p className="notice-title">Erase your data for good?</p>
          <p>{mayChange(booking) ? 'The booking is cancelled, and this' : 'This'} page’s link ends at once.</p>
          <div className="buttons">
            <button type="button" className="button danger" aria-disabled={isBusy} onClick={() => void erase()}>
              Erase for good
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              Keep it
            </button>
          </div>
        </div>
      ) : null}
      <ChangeProblem title="That did not work" problem={problem} />
    </details>
  );
}
