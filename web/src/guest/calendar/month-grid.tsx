import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import {
  addMonths,
  dateAfterKey,
  firstDay,
  type IsoDate,
  type IsoMonth,
  monthOf,
  weekdaysFrom,
  weeksOf,
} from '../../shared/iso-days.ts';
import { LeftIcon, RightIcon } from '../parts/icons.tsx';
import { weekStart } from '../times/locale.ts';
import { monthText, weekdayText } from '../times/words.ts';
import { DayCell } from './day-cell.tsx';

interface Props {
  readonly month: IsoMonth;
  readonly today: IsoDate;
  readonly selected: IsoDate | null;
  /** Free times by date; undefined while they are on their way. */
  readonly free: ReadonlyMap<IsoDate, number> | undefined;
  readonly onMonth: (month: IsoMonth) => void;
  readonly onSelect: (date: IsoDate) => void;
}

/** A month of days by the ARIA date-grid pattern: one tab stop, arrows by day and week, Page Up and Down by month. */
export function MonthGrid({ month, today, selected, free, onMonth, onSelect }: Props) {
  const titleId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [reached, setReached] = useState<IsoDate | null>(null);
  /** The day that shall have the focus; a ref, for effects of an earlier picture may run after the key was pressed. */
  const awaited = useRef<IsoDate | null>(null);
  const isFirst = month <= monthOf(today);
  const stop = tabStop({ month, today, selected, free, reached });

  useEffect(() => {
    if (awaited.current === null) return;
    const day = grid.current?.querySelector<HTMLElement>(`[data-date="${awaited.current}"]`);
    // Another month may be on its way to the page; the focus follows when it is there.
    if (day == null) return;
    awaited.current = null;
    day.focus();
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (free?.has(stop)) onSelect(stop);
      return;
    }
    const next = dateAfterKey(stop, event.key, weekStart, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    const target = next < firstDay(monthOf(today)) ? firstDay(monthOf(today)) : next;
    if (target !== stop) awaited.current = target;
    setReached(target);
    if (monthOf(target) !== month) onMonth(monthOf(target));
  }

  return (
    <div className="calendar">
      <div className="calendar-head">
        <h2 id={titleId} aria-live="polite">
          {monthText(month)}
        </h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Previous month"
          aria-disabled={isFirst}
          onClick={() => isFirst || onMonth(addMonths(month, -1))}
        >
          <LeftIcon />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Next month"
          onClick={() => onMonth(addMonths(month, 1))}
        >
          <RightIcon />
        </button>
      </div>
      <table role="grid" ref={grid} aria-labelledby={titleId} aria-busy={free === undefined} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weekdaysFrom(weekStart).map((weekday) => (
              <th key={weekday} scope="col" abbr={weekdayText(weekday).long}>
                {weekdayText(weekday).short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, weekStart).map((week, row) => (
            <tr key={`${month} ${row}`}>
              {week.map((date, column) =>
                date === null ? (
                  <td key={`empty ${column}`} className="no-day" />
                ) : (
                  <DayCell
                    key={date}
                    date={date}
                    times={free?.get(date)}
                    isLoading={free === undefined}
                    isToday={date === today}
                    isSelected={date === selected}
                    isTabStop={date === stop}
                    onChoose={() => {
                      setReached(date);
                      onSelect(date);
                    }}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Stops extends Pick<Props, 'month' | 'today' | 'selected' | 'free'> {
  readonly reached: IsoDate | null;
}

/** The one day that Tab stops at: where the arrows led, else the chosen day, else the first that can be chosen. */
function tabStop({ month, today, selected, free, reached }: Stops): IsoDate {
  const inMonth = [reached, selected].find((date) => date !== null && monthOf(date) === month);
  if (inMonth != null) return inMonth;
  const first = free?.keys().next().value;
  if (first !== undefined) return first;
  return monthOf(today) === month ? today : firstDay(month);
}
