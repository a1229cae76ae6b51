import type { Ref } from 'react';
import type { RefusedChange, Times } from '#api/pages/schema.ts';
import { isProblem } from '../../shared/api.ts';
import { Picker } from '../calendar/picker.tsx';
import { type Picking, usePicking } from '../calendar/use-picking.ts';
import { SlotGone, useSlotGone } from '../event/slot-gone.tsx';
import { EventSummary } from '../event/summary.tsx';
import { CalendarIcon } from '../icons.tsx';
import { usePageWords } from '../page-context.tsx';
import { announce, useFocusOn } from '../shell.tsx';
import { StepLink } from '../url-state.tsx';
import { ChangeForm, ChangeProblem, useChange } from './change.tsx';
import { type Booking, TO_BOOKING } from './use-booking.ts';

interface Props {
  readonly booking: Booking;
  readonly zone: string;
  readonly times: Times | null;
  readonly refused: RefusedChange | null;
  readonly onDone: (booking: Booking) => void;
  readonly onStale: () => Promise<void>;
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
export function MoveBooking({ booking, times, refused, onDone, onStale }: Props) {
  const { host, eventType, startsAt, guest, token } = booking;
  const asks = booking.status === 'confirmed' && booking.requiresConfirmation;
  const picking = usePicking({ handle: host.handle, slug: eventType.slug, booking: token }, times, {
    zone: guest.timeZone,
    startsAt,
  });
  const { slot, words } = picking;
  const heading = useFocusOn<HTMLHeadingElement>(slot === null ? 'time' : 'confirm');
  usePageWords({ title: `Reschedule ${eventType.title}`, hidden: true });
  const isStruck = slot !== null && !asks;

  return (
    <div className={`card columns step-${slot === null ? 'time' : 'details'}`}>
      <EventSummary
        host={host}
        title={eventType.title}
        durationMinutes={eventType.durationMinutes}
        kind={eventType.location.kind}
        {...(slot === null ? { headingRef: heading } : {})}
      >
        <ul className="facts chosen">
          <li>
            <CalendarIcon />
            <span>
              <span className="soft">{isStruck ? 'Was' : 'Now'}</span>
              <br />
              {isStruck ? <del>{words.short(startsAt)}</del> : words.short(startsAt)}
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
        <ConfirmMove {...{ booking, picking, slot, asks, refused, onDone, onStale }} headingRef={heading} />
      )}
    </div>
  );
}

interface ConfirmProps extends Pick<Props, 'booking' | 'refused' | 'onDone' | 'onStale'> {
  readonly picking: Picking;
  readonly slot: string;
  /** Whether the host is asked first. */
  readonly asks: boolean;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

function ConfirmMove({ booking, picking, slot, asks, refused, onDone, onStale, headingRef }: ConfirmProps) {
  const { startsAt, revision, host } = booking;
  const { words } = picking;
  const says = asks ? ASKS : MOVES;
  const change = useChange(booking, { verb: 'reschedule', refused, onStale });
  const gone = useSlotGone(slot, picking, { problem: change.problem, isSending: change.isBusy });

  async function move() {
    if (gone) return;
    const changed = await change.send({ startsAt: slot, revision });
    if (changed === null) return;
    const isAsked = changed.status === 'pending' || changed.proposedStartsAt !== null;
    announce(isAsked ? 'New time requested.' : 'Meeting rescheduled.');
    onDone(changed);
  }

  return (
    <ChangeForm
      className="booking-form"
      change={change}
      hidden={{ startsAt: slot, timeZone: words.zone, revision }}
      onSend={move}
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
          {asks ? words.full(startsAt) : <del>{words.full(startsAt)}</del>}
          <br />
          <span className="visually-hidden">to </span>
          <strong>{words.full(slot)}</strong>
        </p>
      )}
      {asks && !gone ? <p>Your meeting keeps its time until {host.name} confirms the new one.</p> : null}
      {isProblem(change.problem, 'slot_taken', 'slot_unavailable') ? null : (
        <ChangeProblem title={says.failed} problem={change.problem} />
      )}
      <button type="submit" className="button primary wide" aria-disabled={change.isBusy || gone}>
        {change.isBusy ? says.busy : says.button}
      </button>
    </ChangeForm>
  );
}

interface KeepProps {
  readonly booking: Booking;
  readonly refused: RefusedChange | null;
  readonly onChanged: (booking: Booking) => void;
  readonly onStale: () => Promise<void>;
}

/** Withdraws the time that the guest has asked for: asking for the current one does. */
export function KeepTime({ booking, refused, onChanged, onStale }: KeepProps) {
  const { startsAt, revision } = booking;
  const change = useChange(booking, { verb: 'reschedule', refused, onStale });

  async function keep() {
    const changed = await change.send({ startsAt, revision });
    if (changed === null) return;
    announce('Your meeting keeps its time.');
    onChanged(changed);
  }

  return (
    <section className="change" aria-label="New time">
      <ChangeProblem title="The new time was not withdrawn" problem={change.problem} />
      <ChangeForm change={change} hidden={{ startsAt, revision }} onSend={keep}>
        <button type="submit" className="button wide" aria-disabled={change.isBusy}>
          Keep current time
        </button>
      </ChangeForm>
    </section>
  );
}
