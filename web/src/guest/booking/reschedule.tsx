import type { Ref } from 'react';
import type { Times } from '#api/pages/schema.ts';
import { isProblem } from '../../shared/api.ts';
import { knownZone } from '../../shared/zones.ts';
import { Picker } from '../calendar/picker.tsx';
import { type Picking, usePicking } from '../calendar/use-picking.ts';
import { useReader } from '../clock.tsx';
import { SlotGone, useSlotGone } from '../event/slot-gone.tsx';
import { EventSummary } from '../event/summary.tsx';
import { CalendarIcon } from '../icons.tsx';
import { usePageWords } from '../page-context.tsx';
import { useFocusOn } from '../shell.tsx';
import { StepLink } from '../url-state.tsx';
import { ChangeForm, ChangeProblem, type ChangeProps, useChange } from './change.tsx';
import { reasonIn, ReasonField } from './reason-field.tsx';
import { TO_BOOKING } from './use-booking.ts';

export interface RescheduleProps extends ChangeProps {
  /** Free times that came with the page. */
  readonly times: Times | null;
}

const MOVES = {
  title: 'Reschedule to this time?',
  button: 'Reschedule',
  busy: 'Rescheduling …',
  failed: 'The meeting was not rescheduled',
};

/** Where the host confirms each time of a booking that stands. */
const ASKS: typeof MOVES = {
  title: 'Request this time?',
  button: 'Request new time',
  busy: 'Requesting …',
  failed: 'The new time was not requested',
};

/** Another time for a booking: the same calendar, then one button. The former time stays in view, struck through. */
export function RescheduleBooking({ times, ...props }: RescheduleProps) {
  const { booking } = props;
  const { host, eventType, startsAt, guest, token } = booking;
  const asks = booking.status === 'confirmed' && booking.requiresConfirmation;
  const picking = usePicking({ handle: host.handle, slug: eventType.slug, booking: token }, times, {
    zone: knownZone(guest.timeZone),
    startsAt,
  });
  const { slot, words } = picking;
  const heading = useFocusOn<HTMLHeadingElement>(slot === null ? 'time' : 'confirm');
  usePageWords({ title: `Reschedule ${eventType.title}`, hidden: true });
  const isStruck = slot !== null && !asks;

  return (
    <div className={`card columns step-${slot === null ? 'time' : 'details'}`}>
      <EventSummary host={host} eventType={eventType} {...(slot === null ? { headingRef: heading } : {})}>
        <ul className="facts chosen">
          <li>
            <CalendarIcon />
            <span>
              <span className="soft">{isStruck ? 'Was' : 'Now'}</span>
              <br />
              {isStruck ? (
                <del translate="no">{words.short(startsAt)}</del>
              ) : (
                <span translate="no">{words.short(startsAt)}</span>
              )}
            </span>
          </li>
        </ul>
        <StepLink className="button" change={TO_BOOKING}>
          Keep current time
        </StepLink>
      </EventSummary>
      {slot === null ? (
        <Picker picking={picking} present={startsAt} />
      ) : (
        <ConfirmNewTime {...props} picking={picking} slot={slot} asks={asks} headingRef={heading} />
      )}
    </div>
  );
}

interface ConfirmProps extends ChangeProps {
  readonly picking: Picking;
  readonly slot: string;
  /** Whether the host is asked first. */
  readonly asks: boolean;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

function ConfirmNewTime({ picking, slot, asks, headingRef, ...props }: ConfirmProps) {
  const { startsAt, revision, host } = props.booking;
  const { words } = picking;
  const { locale, hourCycle } = useReader();
  const says = asks ? ASKS : MOVES;
  const change = useChange('reschedule', props);
  const gone = useSlotGone(slot, picking, { problem: change.problem, isSending: change.isBusy });

  async function reschedule(form: FormData) {
    if (gone) return;
    const writtenBy = { timeZone: words.zone, locale, hourCycle };
    await change.send({ startsAt: slot, revision, ...reasonIn(form), ...writtenBy }, ({ status, proposedStartsAt }) =>
      status === 'pending' || proposedStartsAt !== null ? 'New time requested.' : 'Meeting rescheduled.',
    );
  }

  return (
    <ChangeForm
      className="booking-form"
      change={change}
      hidden={{ startsAt: slot, timeZone: words.zone, revision }}
      onSend={reschedule}
    >
      <StepLink className="back" change={{ slot: null }}>
        Back to times
      </StepLink>
      <h2 ref={headingRef} tabIndex={-1}>
        {says.title}
      </h2>
      {gone ? (
        <SlotGone
          key={slot}
          slot={slot}
          picking={picking}
          kept="Your booking stays as it is."
          isInForm={false}
          onLeave={change.forget}
        />
      ) : (
        <p className="lead">
          <span className="visually-hidden">From </span>
          {asks ? <span translate="no">{words.full(startsAt)}</span> : <del translate="no">{words.full(startsAt)}</del>}
          <br />
          <span className="visually-hidden">to </span>
          <strong translate="no">{words.full(slot)}</strong>
        </p>
      )}
      {asks && !gone ? <p>{`Your meeting keeps its time until ${host.name} confirms the new one.`}</p> : null}
      {gone ? null : <ReasonField {...props} change={change} />}
      {isProblem(change.problem, 'slot_taken', 'slot_unavailable') ? null : (
        <ChangeProblem title={says.failed} problem={change.problem} />
      )}
      <button type="submit" className="button primary wide" aria-disabled={change.isBusy || gone}>
        {change.isBusy ? says.busy : says.button}
      </button>
    </ChangeForm>
  );
}
