import { useState } from 'react';
import type { GuestBooking } from '#api/guest/schema.ts';
import type { Draft, EventView } from '#api/pages/schema.ts';
import { browserZone } from '../../shared/zones.ts';
import { Picker } from '../calendar/picker.tsx';
import { PICKING, usePicking } from '../calendar/use-picking.ts';
import { stepFrom, useAddress, useQuery } from '../data/address.ts';
import { BookingForm } from '../form/booking-form.tsx';
import { givenAnswers, prefilled, sent } from '../form/draft.ts';
import { Unanswered } from '../form/unanswered-notice.tsx';
import { useBookingAttempt } from '../form/use-booking-attempt.ts';
import { useOfBrowser } from '../page-context.tsx';
import { useFocusOn } from '../parts/shell.tsx';
import { ChosenTime } from './chosen-time.tsx';
import { SlotGone } from './slot-gone.tsx';
import { EventSummary } from './summary.tsx';
import { useSlotGone } from './use-slot-gone.ts';

/** Two steps: a time, then who is coming. The form is kept when its time is taken. */
export function BookingFlow({ view }: { readonly view: EventView }) {
  const { eventType, times, refused, key } = view;
  const { host, slug, title, questions, requiresConfirmation } = eventType;
  const address = useAddress();
  const query = useQuery();
  const zone = useOfBrowser(browserZone, eventType.timeZone);
  const picking = usePicking({ handle: host.handle, slug }, times, { zone });
  const { slot, words } = picking;
  const path = `/api/v1/public/${encodeURIComponent(host.handle)}/${encodeURIComponent(slug)}/bookings`;
  const attempt = useBookingAttempt(path, refused?.problem ?? null);
  const isOpen = attempt.unanswered?.request.startsAt === slot;
  const lost = attempt.restored?.request.startsAt === slot ? attempt.restored : null;
  const [draft, setDraft] = useState(() => refused?.draft ?? prefilled(query, questions));
  const gone = useSlotGone(slot, picking, attempt);
  const step = slot === null ? 'time' : 'details';
  const heading = useFocusOn<HTMLHeadingElement>(step);

  async function send(startsAt: string, typed: Draft) {
    setDraft(typed);
    const booking = await attempt.send({
      startsAt,
      guest: { name: typed.name.trim(), email: typed.email.trim(), timeZone: words.zone },
      answers: givenAnswers(typed, questions),
      ...(typed.website === '' ? {} : { website: typed.website }),
    });
    if (booking !== null) openBooking(booking, [...query.keys()], questions);
  }

  const notice =
    slot !== null && gone ? (
      <SlotGone
        key={slot}
        slot={slot}
        picking={picking}
        kept="Your details are kept."
        isInForm
        onLeave={attempt.forget}
      />
    ) : isOpen && attempt.problem === null ? (
      <Unanswered />
    ) : null;

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
        <Picker picking={picking} hostZone={eventType.timeZone} />
      ) : (
        <BookingForm
          key={lost === null ? 'new' : 'lost'}
          action={stepFrom(address, { slot })}
          hidden={{ startsAt: slot, timeZone: words.zone, key }}
          questions={questions}
          draft={lost === null ? draft : sent(lost.request)}
          onDraft={setDraft}
          problem={attempt.problem}
          isSending={attempt.isSending}
          asksForConfirmation={requiresConfirmation}
          headingRef={heading}
          canSend={!gone}
          notice={notice}
          onSend={(typed) => void send(slot, typed)}
          onBack={attempt.forget}
        />
      )}
    </div>
  );
}

/**
 * The booking's own page takes this one's place: it can be kept, reloaded and shared, and Back does not book again. What
 * began the form is in the booking now, and does not belong into an address.
 */
function openBooking({ token }: GuestBooking, parameters: readonly string[], questions: readonly { id: string }[]) {
  const asked = new Set(
    ['name', 'email', ...questions.map(({ id }) => id), ...PICKING].filter((name) => name !== 'tz'),
  );
  const dropped = Object.fromEntries(parameters.filter((name) => asked.has(name)).map((name) => [name, null]));
  location.replace(stepFrom(`/booking/${encodeURIComponent(token)}${location.search}`, { ...dropped, news: 'booked' }));
}
