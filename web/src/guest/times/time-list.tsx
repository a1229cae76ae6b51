import type { Ref } from 'react';
import type { IsoDate } from '../../shared/iso-days.ts';
import { ClockSwitch } from './clock-switch.tsx';
import { partsOfDay, sameInstant, type Slot, timeTexts } from './slots.ts';
import { dateText, headingText, type Words } from './words.ts';

interface Props {
  readonly date: IsoDate;
  readonly slots: readonly Slot[];
  readonly words: Words;
  readonly headingRef: Ref<HTMLHeadingElement>;
  /** Start of the booking that is being moved: shown, but no choice. */
  readonly present: string | null;
  readonly onChoose: (slot: Slot) => void;
}

/** The free times of a day, as buttons. */
export function TimeList({ date, slots, words, headingRef, present, onChoose }: Props) {
  const parts = partsOfDay(slots, words.zone);
  const texts = timeTexts(slots, words);
  return (
    <>
      <div className="times-head">
        <h2 ref={headingRef} tabIndex={-1}>
          <span aria-hidden="true">{headingText(date)}</span>
          <span className="visually-hidden">
            {dateText(date)}, {slots.length} {slots.length === 1 ? 'time' : 'times'} in{' '}
            {words.zoneAt(slots[0]?.startsAt)}
          </span>
        </h2>
        <ClockSwitch />
      </div>
      <div className="times-scroll">
        {parts.map(({ part, slots: ofPart }) => (
          <div key={part} className="times-part">
            {parts.length > 1 || slots.length > 8 ? <h3>{part}</h3> : null}
            <ul className="times">
              {ofPart.map((slot) => (
                <li key={slot.startsAt}>
                  {present !== null && sameInstant(present, slot.startsAt) ? (
                    <p className="time present">
                      {texts.get(slot.startsAt)}
                      <span className="visually-hidden"> is the present time</span>
                    </p>
                  ) : (
                    <button type="button" className="time" onClick={() => onChoose(slot)}>
                      {texts.get(slot.startsAt)}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}

/** As much room as a day's times take, until they are there. */
export function TimeListSkeleton() {
  return (
    <div aria-hidden="true">
      <div className="times-head">
        <span className="bone bone-heading" />
      </div>
      <ul className="times">
        {Array.from({ length: 8 }, (_, index) => (
          <li key={index}>
            <span className="bone bone-time" />
          </li>
        ))}
      </ul>
    </div>
  );
}
