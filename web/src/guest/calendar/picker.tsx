import { useEffect, useRef } from 'react';
import { type IsoDate, type IsoMonth, monthOf } from '../../shared/iso-days.ts';
import { announce } from '../parts/announcer.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { Slot } from '../times/slots.ts';
import { TimeList, TimeListSkeleton } from '../times/time-list.tsx';
import type { FreeTimes } from '../times/use-free-times.ts';
import type { NextFree } from '../times/use-next-free.ts';
import { monthNameText, monthText, type Words } from '../times/words.ts';
import { ZoneButton } from '../zone/zone-button.tsx';
import { MonthGrid } from './month-grid.tsx';
import { NoTimes } from './no-times.tsx';

interface Props {
  readonly free: FreeTimes;
  readonly next: NextFree | null;
  readonly month: IsoMonth;
  readonly date: IsoDate | null;
  readonly words: Words;
  readonly hostZone?: string;
  /** Start of the booking that is being moved. */
  readonly present?: string;
  /** The month that was opened first but has nothing, so that a later one is shown. */
  readonly skipped: IsoMonth | null;
  readonly onMonth: (month: IsoMonth) => void;
  readonly onDate: (date: IsoDate) => void;
  readonly onZone: (zone: string) => void;
  readonly onSlot: (slot: Slot) => void;
}

/** Month, zone and the times of a day. A day is shown from the start: the chosen one, or the month's first free one. */
export function Picker(props: Props) {
  const { free, next, month, date, words, hostZone, present = null, skipped, onMonth, onDate, onZone, onSlot } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const awaited = useRef<IsoDate | null>(null);
  const counts = free.days && new Map(free.days.map((day) => [day.date, day.slots.length]));
  const day = free.days?.find((one) => one.date === date) ?? free.days?.[0];

  useEffect(() => {
    if (awaited.current === null || awaited.current !== day?.date) return;
    awaited.current = null;
    heading.current?.focus();
  });

  useEffect(() => {
    if (skipped !== null) announce(skippedText(skipped, month));
  }, [skipped, month]);

  function choose(chosen: IsoDate) {
    awaited.current = chosen;
    if (chosen === day?.date) heading.current?.focus();
    onDate(chosen);
  }

  return (
    <div className="picker">
      <div className="picker-month">
        <MonthGrid
          month={month}
          today={free.today}
          selected={day?.date ?? null}
          free={counts}
          onMonth={onMonth}
          onSelect={choose}
        />
        <ZoneButton zone={words.zone} {...(hostZone === undefined ? {} : { hostZone })} onChange={onZone} />
      </div>
      <div className="picker-times">
        <div className="times-room">
          {skipped === null ? null : <p className="skipped">{skippedText(skipped, month)}</p>}
          {day ? (
            <TimeList
              date={day.date}
              slots={day.slots}
              words={words}
              headingRef={heading}
              present={present}
              onChoose={onSlot}
            />
          ) : free.problem ? (
            <ProblemNotice
              title="The free times did not arrive"
              problem={free.problem}
              onRetry={() => void free.refresh()}
            />
          ) : next === null ? (
            <TimeListSkeleton />
          ) : (
            <NoTimes
              month={month}
              next={next}
              isFirst={month === monthOf(free.today)}
              onGo={(later) => {
                awaited.current = later;
                onMonth(monthOf(later));
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}

const skippedText = (skipped: IsoMonth, shown: IsoMonth) =>
  `No free times in ${monthNameText(skipped)}. The next are in ${monthText(shown)}.`;
