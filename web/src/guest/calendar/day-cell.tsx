import { dateText, type DateWords, shortMonthText } from '#domain/time-texts.ts';
import type { IsoDate } from '../../shared/iso-days.ts';
import { t } from '../t.ts';
import { type Change, StepLink } from '../url-state.tsx';

interface Props {
  readonly date: IsoDate;
  readonly words: DateWords;
  /** It stands among the days of the month before it. */
  readonly isNextMonth: boolean;
  readonly times: number | undefined;
  readonly isLoading: boolean;
  readonly isToday: boolean;
  readonly isSelected: boolean;
  /** Whether Tab stops here; null where every free day is a link of its own, since no script moves the focus. */
  readonly isTabStop: boolean | null;
  readonly step: Change;
  readonly onChoose: () => void;
}

/** One day of the month; its name says how many times are free. */
export function DayCell(props: Props) {
  const { date, words, isNextMonth, times = 0, isLoading, isToday, isSelected, isTabStop, step, onChoose } = props;
  const day = dateText(date, words);
  const common = {
    'data-date': date,
    'aria-current': isToday ? ('date' as const) : undefined,
    ...(isTabStop === null ? {} : { tabIndex: isTabStop ? 0 : -1 }),
  };
  const selected = isTabStop === null ? {} : { 'aria-selected': isSelected };
  const contents = (
    <>
      <span className="date" aria-hidden="true">
        {isNextMonth && date.endsWith('-01') ? <span className="month">{shortMonthText(date, words)}</span> : null}
        <span>{Number(date.slice(8))}</span>
      </span>
      <span className="visually-hidden">
        {isLoading ? t('day.loading', { day }) : t('day.times', { day, count: times })}
      </span>
    </>
  );
  if (times === 0 && !isLoading)
    return (
      <td className={isToday ? 'day today' : 'day'} {...common} {...selected}>
        {contents}
      </td>
    );
  const className = `day${times === 0 ? '' : ' free'}${isToday ? ' today' : ''}${isSelected ? ' selected' : ''}`;
  return (
    <td className={className} {...selected}>
      <StepLink change={step} onStep={onChoose} {...common}>
        {contents}
      </StepLink>
    </td>
  );
}
