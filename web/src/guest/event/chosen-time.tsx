import { CalendarIcon, GlobeIcon } from '../parts/icons.tsx';
import type { Words } from '../times/words.ts';

interface Props {
  readonly startsAt: string;
  readonly durationMinutes: number;
  readonly words: Words;
  readonly isGone: boolean;
}

/** The time the guest is about to book, with its zone. */
export function ChosenTime({ startsAt, durationMinutes, words, isGone }: Props) {
  const endsAt = new Date(Date.parse(startsAt) + durationMinutes * 60_000).toISOString();
  return (
    <ul className={isGone ? 'facts chosen gone' : 'facts chosen'}>
      <li>
        <CalendarIcon />
        <span>
          <strong>{words.span({ startsAt, endsAt })}</strong>
          <br />
          {words.day(startsAt)}
        </span>
      </li>
      <li>
        <GlobeIcon />
        {words.zoneAt(startsAt)}
      </li>
    </ul>
  );
}
