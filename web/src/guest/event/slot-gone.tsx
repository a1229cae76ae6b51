import { useEffect, useRef } from 'react';
import { Notice } from '../parts/notice.tsx';
import { nearestSlots, type Slot } from '../times/slots.ts';
import type { Months } from '../times/use-free-times.ts';
import type { Words } from '../times/words.ts';

/** How many times are offered instead. */
const OFFERED = 6;

interface Props {
  readonly slot: string;
  readonly months: Months;
  readonly words: Words;
  /** What stays as it was. */
  readonly kept: string;
  readonly onChoose: (slot: Slot) => void;
  readonly onBack: () => void;
}

/** The chosen time is gone: says what is kept and offers the nearest free ones. */
export function SlotGone({ slot, months, words, kept, onChoose, onBack }: Props) {
  const title = useRef<HTMLParagraphElement>(null);
  const near = nearestSlots([...months.values()].flat(), slot, OFFERED);
  useEffect(() => title.current?.focus(), []);
  return (
    <Notice kind="waiting" title={`${words.short(slot)} is no longer free`} titleRef={title} urgent>
      <p>
        It was just taken or is no longer offered. {kept}
        {near.length === 0 ? null : ` The nearest free times, in ${words.zoneAt(slot)}:`}
      </p>
      <ul className="offers">
        {near.map((offer) => (
          <li key={offer.startsAt}>
            <button type="button" className="time" onClick={() => onChoose(offer)}>
              {words.short(offer.startsAt)}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="button" onClick={onBack}>
            All times
          </button>
        </li>
      </ul>
    </Notice>
  );
}
