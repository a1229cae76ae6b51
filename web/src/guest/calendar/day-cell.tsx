import type { IsoDate } from '../../shared/iso-days.ts';
import { dateText } from '../times/words.ts';

interface Props {
  readonly date: IsoDate;
  readonly times: number | undefined;
  readonly isLoading: boolean;
  readonly isToday: boolean;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onChoose: () => void;
}

/** One day of the month; its name says how many times are free. */
export function DayCell({ date, times = 0, isLoading, isToday, isSelected, isTabStop, onChoose }: Props) {
  const isFree = times > 0;
  return (
    <td
      className={isFree ? 'day free' : 'day'}
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={isSelected}
      aria-disabled={!isFree}
      aria-current={isToday ? 'date' : undefined}
      aria-label={`${dateText(date)}, ${isLoading ? 'free times are loading' : timesText(times)}`}
      data-date={date}
      onClick={isFree ? onChoose : undefined}
    >
      <span aria-hidden="true">{Number(date.slice(8))}</span>
    </td>
  );
}

function timesText(times: number): string {
  if (times === 0) return 'no free times';
  return times === 1 ? '1 free time' : `${times} free times`;
}
