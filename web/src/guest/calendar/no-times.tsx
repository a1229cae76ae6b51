import { useEffect } from 'react';
import { type IsoDate, monthOf } from '../../shared/iso-days.ts';
import { takeStep } from '../data/address.ts';
import { announce } from '../parts/announcer.tsx';
import { StepLink } from '../parts/step-link.tsx';
import { useReader } from '../times/clock.ts';
import { monthText, shortDateText } from '../times/dates.ts';
import type { NextFree } from '../times/use-next-free.ts';
import type { Picking } from './use-picking.ts';

interface Props extends Pick<Picking, 'month' | 'steps'> {
  readonly next: NextFree;
  readonly isFirst: boolean;
  /** The guest goes to a day of a later month. */
  readonly onGo: (date: IsoDate) => void;
}

/** A month without free times: says so, and where the next ones are. */
export function NoTimes({ month, steps, next, isFirst, onGo }: Props) {
  const { dates } = useReader();
  const isNever = next.state === 'none' && isFirst;
  const title = isNever ? 'No free times' : `No free times in ${monthText(month)}`;
  const text = isNever ? NEVER : WORDS[next.state];
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
          Go to {shortDateText(next.date, dates)}
        </StepLink>
      ) : null}
    </div>
  );
}

const NEVER = 'Nothing is available right now. Check back later or contact your host.';

const WORDS: Readonly<Record<NextFree['state'], string>> = {
  looking: 'Looking further ahead …',
  none: 'There are none later either. Earlier months may have some.',
  found: '',
  unknown: '',
};
