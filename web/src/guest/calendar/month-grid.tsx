import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { monthText, weekdayText } from '#domain/time-texts.ts';
import {
  addMonths,
  dateAfterKey,
  firstDay,
  firstShown,
  type IsoDate,
  type IsoMonth,
  monthOf,
  type Weekday,
  weekdaysFrom,
  weeksOf,
} from '../../shared/iso-days.ts';
import { useReader } from '../clock.tsx';
import { LeftIcon, RightIcon } from '../icons.tsx';
import { useLive } from '../page-context.tsx';
import { t } from '../t.ts';
import { StepLink, takeStep } from '../url-state.tsx';
import { DayCell } from './day-cell.tsx';
import type { Picking } from './use-picking.ts';

interface Props extends Pick<Picking, 'month' | 'steps'> {
  readonly today: IsoDate;
  readonly lastMonth: IsoMonth;
  readonly selected: IsoDate | null;
  /** Free times by date, as far as they are known. */
  readonly free: ReadonlyMap<IsoDate, number>;
  /** Whether a day's times are on their way. It can be chosen already, so that no click is lost. */
  readonly isLoading: (date: IsoDate) => boolean;
  readonly onSelect: (date: IsoDate) => void;
}

/**
 * A month of days. With scripts by the ARIA date-grid pattern: one tab stop, arrows by day and week, Page Up and Down by
 * month. Without them a table whose free days are links.
 */
export function MonthGrid({ month, steps, today, lastMonth, selected, free, isLoading, onSelect }: Props) {
  const titleId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [reached, setReached] = useState<IsoDate | null>(null);
  /** The day that shall have the focus; a ref, for effects of an earlier picture may run after the key was pressed. */
  const awaited = useRef<IsoDate | null>(null);
  const isLive = useLive();
  const { weekStart: start, words } = useReader();
  const weekStart = start as Weekday;
  const stop = tabStop({ month, today, selected, free, reached });

  // Before anything else happens: a key that is pressed while nothing has the focus would be lost.
  useLayoutEffect(() => {
    if (awaited.current === null) return;
    const day = grid.current?.querySelector<HTMLElement>(`[data-date="${awaited.current}"]`);
    // Another month may be on its way to the page; the focus follows when it is there, and again when a day of it that
    // turns out not to be free is no link any more.
    if (day == null) return;
    if (!isLoading(awaited.current)) awaited.current = null;
    if (document.activeElement !== day) day.focus();
  });

  function onBlur({ relatedTarget }: FocusEvent) {
    if (relatedTarget !== null && grid.current?.contains(relatedTarget) === false) awaited.current = null;
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (free.has(stop) || isLoading(stop)) choose(stop);
      return;
    }
    const next = dateAfterKey(stop, event.key, weekStart, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    const earliest = firstShown(monthOf(today), weekStart, today);
    const target = next < earliest ? earliest : next;
    if (target !== stop) awaited.current = target;
    setReached(target);
    if (monthOf(target) !== month) takeStep(steps.toMonth(monthOf(target)), 'replace');
  }

  function choose(date: IsoDate) {
    if (isLoading(date)) awaited.current = date;
    setReached(date);
    onSelect(date);
  }

  return (
    <div className="calendar">
      <div className="calendar-head">
        <h2 id={titleId} aria-live="polite" translate="no">
          {monthText(month, words)}
        </h2>
        <MonthLink
          name={t('month.previous')}
          step={month > monthOf(today) ? steps.toMonth(addMonths(month, -1)) : null}
        >
          <LeftIcon />
        </MonthLink>
        <MonthLink name={t('month.next')} step={month < lastMonth ? steps.toMonth(addMonths(month, 1)) : null}>
          <RightIcon />
        </MonthLink>
      </div>
      <table
        ref={grid}
        aria-labelledby={titleId}
        {...(isLive ? { role: 'grid', 'aria-busy': isLoading(firstDay(month)), onKeyDown, onBlur } : {})}
      >
        <thead>
          <tr>
            {weekdaysFrom(weekStart).map((weekday) => (
              <th key={weekday} scope="col" abbr={weekdayText(weekday, words).long}>
                {weekdayText(weekday, words).short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, weekStart, today).map((week, row) => (
            <tr key={`${month} ${row}`}>
              {week.map((date, column) =>
                date === null ? (
                  <td key={`empty ${column}`} className="no-day" />
                ) : (
                  <DayCell
                    key={date}
                    date={date}
                    words={words}
                    isNextMonth={monthOf(date) !== month}
                    times={free.get(date)}
                    isLoading={isLoading(date)}
                    isToday={date === today}
                    isSelected={date === selected}
                    isTabStop={isLive ? date === stop : null}
                    step={steps.toDate(date)}
                    onChoose={() => choose(date)}
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

interface MonthLinkProps {
  readonly name: string;
  /** Null where there is no month to go to. */
  readonly step: ReturnType<Picking['steps']['toMonth']> | null;
  readonly children: ReactNode;
}

function MonthLink({ name, step, children }: MonthLinkProps) {
  if (step === null)
    return (
      <span className="icon-button" aria-hidden="true">
        {children}
      </span>
    );
  return (
    <StepLink className="icon-button" aria-label={name} change={step} how="replace">
      {children}
    </StepLink>
  );
}

interface Stops extends Pick<Props, 'month' | 'today' | 'selected' | 'free'> {
  readonly reached: IsoDate | null;
}

/** The one day that Tab stops at: where the arrows led, else the chosen day, else the first that can be chosen. */
function tabStop({ month, today, selected, free, reached }: Stops): IsoDate {
  const inMonth = [reached, selected].find((date) => date !== null && monthOf(date) === month);
  if (inMonth != null) return inMonth;
  const first = free.keys().next().value;
  if (first !== undefined && monthOf(first) === month) return first;
  return monthOf(today) === month ? today : firstDay(month);
}
