import { useState } from 'react';
import type { GuestBooking } from '#api/guest/schema.ts';
import type { Draft, EventView } from '#api/pages/schema.ts';
import { browserZone } from '../../shared/zones.ts';
import { Picker } from '../calendar/picker.tsx';
import { PICKING, usePicking } from '../calendar/use-picking.ts';
import { durationText, type TimeTexts } from '../date-text.ts';
import { CalendarIcon, GlobeIcon, placeName } from '../icons.tsx';
import { useOfBrowser, usePageWords } from '../page-context.tsx';
import { Notice } from '../problems.tsx';
import { useFocusOn } from '../shell.tsx';
import { stepFrom, useAddress, useQuery } from '../url-state.tsx';
import { BookingForm } from './booking-form.tsx';
import { givenAnswers, prefilled, sent } from './draft.ts';
import { SlotGone, useSlotGone } from './slot-gone.tsx';
import { EventSummary } from './summary.tsx';
import { useBookingAttempt } from './use-booking-attempt.ts';

/** `/:handle/:slug`: one event type, from the month to the booking. */
export function EventPage({ view }: { readonly view: EventView }) {
  const { title, description, durationMinutes, location, host } = view.eventType;
  const facts = `${durationText(durationMinutes)}, ${placeName(location.kind)}.`;
  usePageWords({
    title: `${title} with ${host.name}`,
    description: description === '' ? `Choose a time: ${facts}` : `${description} ${facts}`,
    hidden: view.refused !== null,
  });
  return <BookingFlow view={view} />;
}

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
      // After a reload of a page whose request got no answer.
      <Notice kind="waiting" title="We didn’t hear back" urgent>
        <p>Your booking may have gone through. Try again; you won’t be booked twice.</p>
      </Notice>
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

interface Props {
  readonly startsAt: string;
  readonly durationMinutes: number;
  readonly words: TimeTexts;
  readonly isGone: boolean;
}

/** The time the guest is about to book, with its zone. */
export function ChosenTime({ startsAt, durationMinutes, words, isGone }: Props) {
  const endsAt = new Date(Date.parse(startsAt) + durationMinutes * 60_000).toISOString();
  return (
    <ul className={isGone ? 'facts chosen gone' : 'facts chosen'}>
      <li>
        <CalendarIcon />
        <span>
          <strong>{words.span({ startsAt, endsAt })}</strong>
          <br />
          {words.day(startsAt)}
        </span>
      </li>
      <li>
        <GlobeIcon />
        {words.zoneAt(startsAt)}
      </li>
    </ul>
  );
}
