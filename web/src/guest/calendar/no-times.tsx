import type { IsoDate, IsoMonth } from '../../shared/iso-days.ts';
import type { NextFree } from '../times/use-next-free.ts';
import { headingText, monthText } from '../times/words.ts';

interface Props {
  readonly month: IsoMonth;
  readonly next: NextFree;
  readonly isFirst: boolean;
  readonly onGo: (date: IsoDate) => void;
}

/** A month without free times: says so, and where the next ones are. */
export function NoTimes({ month, next, isFirst, onGo }: Props) {
  if (next.state === 'none' && isFirst)
    return (
      <div className="empty" role="status">
        <p className="empty-title">No free times at present</p>
        <p>Everything is taken or not open yet. Please look in again later, or ask your host directly.</p>
      </div>
    );
  return (
    <div className="empty" role="status">
      <p className="empty-title">No free times in {monthText(month)}</p>
      {next.state === 'looking' ? <p>Looking further ahead …</p> : null}
      {next.state === 'none' ? <p>There are none later either. Earlier months may have some.</p> : null}
      {next.state === 'found' ? (
        <button type="button" className="button" onClick={() => onGo(next.date)}>
          Go to {headingText(next.date)}
        </button>
      ) : null}
    </div>
  );
}
