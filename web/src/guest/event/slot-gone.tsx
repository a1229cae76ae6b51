import { useEffect, useRef, useState } from 'react';
import { isProblem } from '../../shared/api.ts';
import { nearestSlots, sameInstant, type Slot } from '../calendar/slots.ts';
import type { Picking } from '../calendar/use-picking.ts';
import { Notice } from '../problems.tsx';
import { t } from '../t.ts';
import { StepLink, takeStep } from '../url-state.tsx';
import type { BookingAttempt } from './use-booking-attempt.ts';

/** Whether the chosen time was taken meanwhile: the booking was refused, or a newer list of free times lacks it. */
export function useSlotGone(
  slot: string,
  { free: { days }, refresh }: Pick<Picking, 'free' | 'refresh'>,
  attempt: Pick<BookingAttempt, 'problem' | 'isSending'> & Partial<Pick<BookingAttempt, 'unanswered'>>,
): boolean {
  const isRefused = isProblem(attempt.problem, 'slot_taken', 'slot_unavailable');
  const [refused, setRefused] = useState<readonly string[]>(() => (isRefused ? [slot] : []));

  useEffect(() => {
    if (!isRefused) return;
    setRefused((known) => [...known, slot]);
    void refresh();
    // The refusal is about the time that was chosen when it came.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [attempt.problem]);

  // A time being booked by us, or perhaps booked by us, is not gone.
  if (attempt.isSending || attempt.unanswered?.request.startsAt === slot) return false;
  // The month in view is always that of the chosen time.
  const isMissing =
    days !== undefined && !days.some(({ slots }) => slots.some(({ startsAt }) => sameInstant(startsAt, slot)));
  return refused.includes(slot) || isMissing;
}

/** How many times are offered instead. */
const OFFERED = 6;

interface Props {
  readonly slot: string;
  readonly picking: Picking;
  /** What stays as it was. */
  readonly kept: 'details' | 'booking';
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
    <Notice kind="waiting" title={t('gone.title', { moment: words.short(slot) })} titleRef={title} urgent>
      <p>
        <span>{`${t('gone.text')} ${t(`gone.kept.${kept}`)}`}</span>
        {near.length === 0 ? null : <span>{` ${t('gone.near', { zone: words.zoneAt(slot) })}`}</span>}
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
                <span translate="no">{words.short(offer.startsAt)}</span>
              </button>
            ) : (
              <StepLink className="time" change={steps.toSlot(offer)} onStep={() => choose(offer)}>
                <span translate="no">{words.short(offer.startsAt)}</span>
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
            {t('gone.all')}
          </StepLink>
        </li>
      </ul>
    </Notice>
  );
}
