import { useEffect, useRef } from 'react';
import { type DateWords, monthNameText, monthText, shortDateText } from '#domain/time-texts.ts';
import { addMonths, type IsoDate, type IsoMonth, monthOf } from '../../shared/iso-days.ts';
import { useReader } from '../clock.tsx';
import { ProblemNotice } from '../problems.tsx';
import { announce } from '../shell.tsx';
import { rich, t, time } from '../t.ts';
import { StepLink, takeStep, useQuery } from '../url-state.tsx';
import { MonthGrid } from './month-grid.tsx';
import type { Day } from './slots.ts';
import { TimeList, TimeListSkeleton } from './time-list.tsx';
import { ZoneLink } from './time-zone.tsx';
import type { NextFree } from './use-free-times.ts';
import type { Picking } from './use-picking.ts';

interface Props {
  readonly picking: Picking;
  readonly hostZone?: string;
  /** Start of the booking that is being moved. */
  readonly present?: string;
}

/** Month, zone and the times of a day. A day is shown from the start: the chosen one, or the month's first free one. */
export function Picker({ picking, hostZone, present }: Props) {
  const { free, next, month, date, words, skipped, steps, refresh, isZoneGuessed } = picking;
  const query = useQuery();
  const heading = useRef<HTMLHeadingElement>(null);
  const awaited = useRef<IsoDate | null>(null);
  const counts = countsOf([free.days ?? [], free.months.get(addMonths(month, 1)) ?? []].flat());
  const day = free.days?.find((one) => one.date === date) ?? free.days?.[0];

  useEffect(() => {
    if (awaited.current === null || awaited.current !== day?.date) return;
    awaited.current = null;
    showTimes(heading.current);
  });

  const { words: dates } = useReader();
  const first = free.days?.[0];
  const leap = skipped === null || first === undefined ? null : skippedText(skipped, first.date, dates);
  useEffect(() => {
    if (leap !== null) announce(leap);
  }, [leap]);

  function choose(chosen: IsoDate) {
    awaited.current = chosen;
    if (chosen === day?.date) showTimes(heading.current);
    takeStep(steps.toDate(chosen), query.get('date') === null ? 'push' : 'replace');
  }

  return (
    <div className="picker">
      <div className="picker-month">
        <MonthGrid
          month={month}
          steps={steps}
          today={free.today}
          lastMonth={free.lastMonth}
          selected={day?.date ?? null}
          free={counts}
          isLoading={(one) => monthOf(one) <= free.lastMonth && !free.months.has(monthOf(one))}
          onSelect={choose}
        />
        <ZoneLink zone={words.zone} {...(hostZone === undefined ? {} : { hostZone })} />
        {isZoneGuessed ? <p className="small soft">{t('zone.guessed')}</p> : null}
      </div>
      <div className="picker-times">
        <div className="times-room">
          {leap === null ? null : <p className="skipped">{leap}</p>}
          {day ? (
            // Another zone is another list: times that keep their place in the page must not seem to move.
            <TimeList
              key={words.zone}
              date={day.date}
              slots={day.slots}
              words={words}
              steps={steps}
              headingRef={heading}
              present={present ?? null}
            />
          ) : free.problem ? (
            <ProblemNotice title={t('times.failed')} problem={free.problem} onRetry={() => void refresh()} />
          ) : next === null ? (
            <TimeListSkeleton />
          ) : (
            <NoTimes
              month={month}
              steps={steps}
              next={next}
              isFirst={month === monthOf(free.today)}
              onGo={(later) => {
                awaited.current = later;
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}

const countsOf = (days: readonly Day[]) => new Map(days.map(({ date, slots }) => [date, slots.length]));

/** The chosen day's times come next, for eyes too: where they stand below the month they are brought into view. */
function showTimes(heading: HTMLElement | null): void {
  if (heading === null) return;
  heading.focus({ preventScroll: true });
  const { bottom } = heading.getBoundingClientRect();
  const isBelow = bottom + ROW_OF_TIMES > innerHeight || bottom < 0;
  if (isBelow) heading.scrollIntoView({ block: 'start' });
}

/** Room of the heading's margin and two rows of times, in CSS pixels. */
const ROW_OF_TIMES = 140;

const skippedText = (skipped: IsoMonth, first: IsoDate, words: DateWords) =>
  t('times.skipped', { month: monthNameText(skipped, words), day: shortDateText(first, words) });

interface NoTimesProps extends Pick<Picking, 'month' | 'steps'> {
  readonly next: NextFree;
  readonly isFirst: boolean;
  /** The guest goes to a day of a later month. */
  readonly onGo: (date: IsoDate) => void;
}

/** A month without free times: says so, and where the next ones are. */
export function NoTimes({ month, steps, next, isFirst, onGo }: NoTimesProps) {
  const { words } = useReader();
  const isNever = next.state === 'none' && isFirst;
  const title = isNever ? t('times.never') : t('times.none', { month: monthText(month, words) });
  const text = isNever ? t('times.neverText') : textOf(next);
  useEffect(() => announce(`${title}. ${text}`), [title, text]);
  const step = next.state === 'found' ? steps.toMonth(monthOf(next.date)) : null;
  return (
    <div className="empty" key={next.state}>
      <p className="empty-title">{title}</p>
      {text === '' ? null : <p>{text}</p>}
      {next.state === 'found' && step !== null ? (
        <StepLink
          className="button"
          change={step}
          onStep={() => {
            onGo(next.date);
            takeStep(step, 'replace');
          }}
        >
          {rich('times.first', { day: shortDateText(next.date, words), time })}
        </StepLink>
      ) : null}
    </div>
  );
}

function textOf({ state }: NextFree): string {
  if (state === 'looking') return t('times.looking');
  return state === 'none' ? t('times.noneLater') : '';
}
