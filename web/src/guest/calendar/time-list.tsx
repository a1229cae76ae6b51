import type { Ref } from 'react';
import { dateText, shortDateText, type TimeTexts } from '#domain/time-texts.ts';
import type { IsoDate } from '../../shared/iso-days.ts';
import { ClockSwitch, useReader } from '../clock.tsx';
import { t } from '../t.ts';
import { StepLink } from '../url-state.tsx';
import { partsOfDay, sameInstant, type Slot, timeTexts } from './slots.ts';
import type { Picking } from './use-picking.ts';

interface Props extends Pick<Picking, 'steps'> {
  readonly date: IsoDate;
  readonly slots: readonly Slot[];
  readonly words: TimeTexts;
  readonly headingRef: Ref<HTMLHeadingElement>;
  /** Start of the booking that is being moved: shown, but no choice. */
  readonly present: string | null;
}

/** The free times of a day, as links to the next step. */
export function TimeList({ date, slots, words, steps, headingRef, present }: Props) {
  const { words: dateWords } = useReader();
  const parts = partsOfDay(slots, words.zone);
  const texts = timeTexts(slots, words);
  return (
    <>
      <div className="times-head">
        <h2 ref={headingRef} tabIndex={-1}>
          <span aria-hidden="true" translate="no">
            {shortDateText(date, dateWords)}
          </span>
          <span className="visually-hidden">
            {t('times.of', {
              day: dateText(date, dateWords),
              count: slots.length,
              zone: words.zoneAt(slots[0]?.startsAt ?? `${date}T12:00:00Z`),
            })}
          </span>
        </h2>
        <ClockSwitch />
      </div>
      <div className="times-scroll">
        {parts.map(({ part, slots: ofPart }) => (
          <div key={part} className="times-part">
            {parts.length > 1 || slots.length > 8 ? <h3>{t(`times.part.${part}`)}</h3> : null}
            <ul className="times">
              {ofPart.map((slot) => (
                <li key={slot.startsAt}>
                  {present !== null && sameInstant(present, slot.startsAt) ? (
                    <p className="time present" translate="no">
                      <span>{texts.get(slot.startsAt)}</span>
                      <span className="visually-hidden">{` ${t('times.present')}`}</span>
                    </p>
                  ) : (
                    <StepLink className="time" change={steps.toSlot(slot)} translate="no">
                      {texts.get(slot.startsAt)}
                    </StepLink>
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
