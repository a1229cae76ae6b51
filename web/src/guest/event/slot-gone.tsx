import { useEffect, useRef } from 'react';
import type { Picking } from '../calendar/use-picking.ts';
import { takeStep } from '../data/address.ts';
import { Notice } from '../parts/notice.tsx';
import { StepLink } from '../parts/step-link.tsx';
import { nearestSlots, type Slot } from '../times/slots.ts';

/** How many times are offered instead. */
const OFFERED = 6;

interface Props {
  readonly slot: string;
  readonly picking: Picking;
  /** What stays as it was. */
  readonly kept: string;
  /** In a form, another time is chosen by a button of it: without scripts the server shows the form with what was typed. */
  readonly isInForm: boolean;
  /** The guest chooses another time. */
  readonly onLeave: () => void;
}

/** The chosen time is gone: says what is kept and offers the nearest free ones. */
export function SlotGone({ slot, picking, kept, isInForm, onLeave }: Props) {
  const { free, words, steps } = picking;
  const title = useRef<HTMLParagraphElement>(null);
  const near = nearestSlots([...free.months.values()].flat(), slot, OFFERED);
  useEffect(() => title.current?.focus(), []);

  function choose(offer: Slot) {
    onLeave();
    takeStep(steps.toSlot(offer), 'replace');
  }

  return (
    <Notice kind="waiting" title={`${words.short(slot)} is no longer free`} titleRef={title} urgent>
      <p>
        It was just taken or is no longer offered. {kept}
        {near.length === 0 ? null : ` The nearest free times, in ${words.zoneAt(slot)}:`}
      </p>
      <ul className="offers">
        {near.map((offer) => (
          <li key={offer.startsAt}>
            {isInForm ? (
              <button
                type="submit"
                className="time"
                name="choose"
                value={offer.startsAt}
                formNoValidate
                onClick={(event) => {
                  event.preventDefault();
                  choose(offer);
                }}
              >
                {words.short(offer.startsAt)}
              </button>
            ) : (
              <StepLink className="time" change={steps.toSlot(offer)} onStep={() => choose(offer)}>
                {words.short(offer.startsAt)}
              </StepLink>
            )}
          </li>
        ))}
        <li>
          <StepLink
            className="button"
            change={{ slot: null }}
            onStep={() => {
              onLeave();
              takeStep({ slot: null }, 'replace');
            }}
          >
            All times
          </StepLink>
        </li>
      </ul>
    </Notice>
  );
}
