import { useEffect, useState } from 'react';
import type { GuestBooking, PublicEventType } from '#api/guest/schema.ts';
import { loadBookingPage } from '../booking/load-page.ts';
import { browserZone } from '../../shared/zones.ts';
import { Picker } from '../calendar/picker.tsx';
import { usePicking } from '../calendar/use-picking.ts';
import { changeQuery, useQuery } from '../data/address.ts';
import { BookingForm } from '../form/booking-form.tsx';
import { type FieldProblems, givenAnswers, placed, prefilled, sent } from '../form/draft.ts';
import { useBookingAttempt } from '../form/use-booking-attempt.ts';
import { useFocusOn, usePageTitle } from '../parts/shell.tsx';
import { ChosenTime } from './chosen-time.tsx';
import { EventSummary } from './summary.tsx';
import { Unanswered } from '../form/unanswered-notice.tsx';
import { SlotGone } from './slot-gone.tsx';
import { useSlotGone } from './use-slot-gone.ts';

interface Props {
  /** The event type's path in our API. */
  readonly path: string;
  readonly eventType: PublicEventType;
  readonly onBooked: (booking: GuestBooking) => void;
}

/** Two steps: a time, then who is coming. The form is kept whatever happens to the time. */
export function BookingFlow({ path, eventType, onBooked }: Props) {
  const { host, slug, title, questions, requiresConfirmation } = eventType;
  const query = useQuery();
  const picking = usePicking({ handle: host.handle, slug }, { zone: browserZone() });
  const { slot, words, free } = picking;
  const attempt = useBookingAttempt(`${path}/bookings`);
  const lost = attempt.unanswered?.request.startsAt === slot ? attempt.unanswered : null;
  const [draft, setDraft] = useState(() => (lost ? sent(lost.request) : prefilled(query, questions)));
  const [problems, setProblems] = useState<FieldProblems>({});
  const gone = useSlotGone(slot, free, attempt);
  const step = slot === null ? 'time' : 'details';
  const heading = useFocusOn<HTMLHeadingElement>(step);
  usePageTitle(`${title} with ${host.name}`);

  useEffect(() => {
    if (slot !== null) void loadBookingPage();
  }, [slot]);

  async function send(startsAt: string) {
    const booking = await attempt.send({
      startsAt,
      guest: { name: draft.name.trim(), email: draft.email.trim(), timeZone: words.zone },
      answers: givenAnswers(draft, questions),
      ...(draft.website === '' ? {} : { website: draft.website }),
    });
    if (booking !== null) onBooked(booking);
  }

  const told = attempt.problem?.code === 'validation_failed' ? placed(attempt.problem.errors, questions).fields : {};
  return (
    <div className={`card columns step-${step}`}>
      <EventSummary
        host={host}
        title={title}
        durationMinutes={eventType.durationMinutes}
        kind={eventType.location.kind}
        description={eventType.description}
        asksForConfirmation={requiresConfirmation}
        {...(slot === null ? { headingRef: heading } : {})}
      >
        {slot === null ? null : (
          <ChosenTime startsAt={slot} durationMinutes={eventType.durationMinutes} words={words} isGone={gone} />
        )}
      </EventSummary>
      {slot === null ? (
        <Picker {...picking} hostZone={eventType.timeZone} />
      ) : (
        <BookingForm
          questions={questions}
          draft={draft}
          onDraft={setDraft}
          problems={{ ...told, ...problems }}
          onProblems={setProblems}
          problem={attempt.problem}
          isSending={attempt.isSending}
          asksForConfirmation={requiresConfirmation}
          headingRef={heading}
          canSend={!gone}
          notice={
            gone ? (
              <SlotGone
                key={slot}
                slot={slot}
                months={free.months}
                words={words}
                kept="Your details are kept."
                onChoose={({ startsAt }) => {
                  attempt.forget();
                  changeQuery({ slot: startsAt, date: null, month: null }, 'replace');
                }}
                onBack={() => changeQuery({ slot: null }, 'replace')}
              />
            ) : lost && attempt.problem === null ? (
              <Unanswered />
            ) : null
          }
          onSend={() => void send(slot)}
          onBack={() => {
            attempt.forget();
            changeQuery({ slot: null }, 'push');
          }}
        />
      )}
    </div>
  );
}
