import { useEffect } from 'react';
import type { IsoDate, IsoMonth } from '../../shared/iso-days.ts';
import { announce } from '../parts/announcer.tsx';
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
  const isNever = next.state === 'none' && isFirst;
  const title = isNever ? 'No free times at present' : `No free times in ${monthText(month)}`;
  const text = isNever ? NEVER : WORDS[next.state];
  useEffect(() => announce(`${title}. ${text}`), [title, text]);
  return (
    <div className="empty" key={next.state}>
      <p className="empty-title">{title}</p>
      {text === '' ? null : <p>{text}</p>}
      {next.state === 'found' ? (
        <button type="button" className="button" onClick={() => onGo(next.date)}>
          Go to {headingText(next.date)}
        </button>
      ) : null}
    </div>
  );
}

const NEVER = 'Everything is taken or not open yet. Please look in again later, or ask your host directly.';

const WORDS: Readonly<Record<NextFree['state'], string>> = {
  looking: 'Looking further ahead …',
  none: 'There are none later either. Earlier months may have some.',
  found: '',
  unknown: '',
};
