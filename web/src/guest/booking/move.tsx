import { isProblem } from '../../shared/api.ts';
import { Picker } from '../calendar/picker.tsx';
import { usePicking } from '../calendar/use-picking.ts';
import { changeQuery } from '../data/address.ts';
import { EventSummary } from '../event/summary.tsx';
import { SlotGone } from '../event/slot-gone.tsx';
import { useSlotGone } from '../event/use-slot-gone.ts';
import { announce } from '../parts/announcer.tsx';
import { CalendarIcon } from '../parts/icons.tsx';
import { useFocusOn, usePageTitle } from '../parts/shell.tsx';
import { ChangeProblem } from './change-problem.tsx';
import type { Booking } from './use-booking.ts';
import { useChange } from './use-change.ts';

interface Props {
  readonly booking: Booking;
  readonly onDone: (booking: Booking) => void;
  readonly onBack: () => void;
  readonly onStale: () => Promise<void>;
}

const MOVES = {
  title: 'Move to this time?',
  button: 'Move the meeting',
  busy: 'Moving …',
  failed: 'The meeting was not moved',
};

/** Where the host confirms each time of a booking that stands. */
const ASKS: typeof MOVES = {
  title: 'Ask for this time?',
  button: 'Ask for the new time',
  busy: 'Asking …',
  failed: 'The new time was not requested',
};

/** Another time for a booking: the same calendar, then one button. The former time stays in view, struck through. */
export function MoveBooking({ booking, onDone, onBack, onStale }: Props) {
  const { host, eventType, startsAt, guest, token } = booking;
  const asks = booking.status === 'confirmed' && booking.requiresConfirmation;
  const says = asks ? ASKS : MOVES;
  const picking = usePicking(
    { handle: host.handle, slug: eventType.slug, booking: token },
    { zone: guest.timeZone, startsAt },
  );
  const { slot, words, free } = picking;
  const { isBusy, problem, forget, change } = useChange(booking, onStale);
  const gone = useSlotGone(slot, free, { problem, isSending: isBusy });
  const heading = useFocusOn<HTMLHeadingElement>(slot === null ? 'time' : 'confirm');
  usePageTitle(`Move ${eventType.title}`);

  async function move(to: string) {
    const changed = await change('reschedule', { startsAt: to, revision: booking.revision });
    if (changed === null) return;
    const isAsked = changed.status === 'pending' || changed.proposedStartsAt !== null;
    announce(isAsked ? 'The new time is requested.' : 'The meeting is moved.');
    onDone(changed);
  }

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
              <span className="soft">{slot === null || asks ? 'Now' : 'Formerly'}</span>
              <br />
              {slot === null || asks ? words.short(startsAt) : <del>{words.short(startsAt)}</del>}
            </span>
          </li>
        </ul>
        <button type="button" className="button" onClick={onBack}>
          Keep the current time
        </button>
      </EventSummary>
      {slot === null ? (
        <Picker {...picking} present={startsAt} />
      ) : (
        <div className="booking-form">
          <button
            type="button"
            className="back"
            onClick={() => {
              forget();
              changeQuery({ slot: null }, 'push');
            }}
          >
            Other times
          </button>
          <h2 ref={heading} tabIndex={-1}>
            {says.title}
          </h2>
          {gone ? (
            <SlotGone
              key={slot}
              slot={slot}
              months={free.months}
              words={words}
              kept="Your booking stays as it is."
              onChoose={(offer) => {
                forget();
                changeQuery({ slot: offer.startsAt, date: null, month: null }, 'replace');
              }}
              onBack={() => changeQuery({ slot: null }, 'replace')}
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
          {asks && !gone ? <p>Your meeting stays at its time until {host.name} confirms the new one.</p> : null}
          {isProblem(problem, 'slot_taken', 'slot_unavailable') ? null : (
            <ChangeProblem title={says.failed} problem={problem} />
          )}
          <button
            type="button"
            className="button primary wide"
            aria-disabled={isBusy || gone}
            onClick={() => {
              if (!isBusy && !gone) void move(slot);
            }}
          >
            {isBusy ? says.busy : says.button}
          </button>
        </div>
      )}
    </div>
  );
}
