import type { GuestBooking } from '#api/guest/schema.ts';
import { guestsIn } from '#domain/further-guests.ts';
import type { Draft, EventView } from '#api/pages/schema.ts';
import type { TimeTexts } from '#domain/time-texts.ts';
import { type Picking, PICKING } from '../calendar/use-picking.ts';
import { useReader } from '../clock.tsx';
import { CalendarIcon, GlobeIcon } from '../icons.tsx';
import { Notice } from '../problems.tsx';
import { useFocusOn } from '../shell.tsx';
import { t } from '../t.ts';
import { stepFrom, useAddress, useQuery } from '../url-state.tsx';
import { BookingForm } from './booking-form.tsx';
import { givenAnswers, prefilled, sent } from './draft.ts';
import { chosenLocation } from './locations.tsx';
import { SlotGone, useSlotGone } from './slot-gone.tsx';
import { chosenDuration } from './durations.tsx';
import { EventSummary } from './summary.tsx';
import type { BookingAttempt } from './use-booking-attempt.ts';

export interface DetailsProps {
  readonly view: EventView;
  readonly picking: Picking;
  /** Start of the chosen time. */
  readonly slot: string;
  readonly attempt: BookingAttempt;
  /** What has been typed so far; null before anything was. */
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft) => void;
}

/** Who is coming. The form is kept when its time is taken. */
export function DetailsStep({ view, picking, slot, attempt, draft, onDraft }: DetailsProps) {
  const { eventType, key } = view;
  const { host, questions, requiresConfirmation, allowsGuests, locations } = eventType;
  const duration = chosenDuration(eventType);
  const { words } = picking;
  const { locale, hourCycle } = useReader();
  const address = useAddress();
  const query = useQuery();
  const isUnanswered = attempt.unanswered?.request.startsAt === slot;
  const restored = attempt.restored?.request.startsAt === slot ? attempt.restored : null;
  const gone = useSlotGone(slot, picking, attempt);
  const heading = useFocusOn<HTMLHeadingElement>('details');

  async function send(typed: Draft) {
    onDraft(typed);
    const booking = await attempt.send({
      startsAt: slot,
      ...(duration === undefined ? {} : { durationMinutes: duration }),
      guest: { name: typed.name.trim(), email: typed.email.trim(), timeZone: words.zone, locale, hourCycle },
      ...(typed.guests.trim() === '' ? {} : { guests: [...guestsIn(typed.guests)] }),
      answers: givenAnswers(typed, questions),
      ...(typed.location === '' ? {} : { location: typed.location }),
      ...(chosenLocation(locations, typed)?.asksPhone ? { phone: typed.phone.trim() } : {}),
      ...(typed.website === '' ? {} : { website: typed.website, isPerson: typed.isPerson }),
    });
    if (booking !== null) openBooking(booking, [...query.keys()], questions);
  }

  const notice = gone ? (
    <SlotGone key={slot} slot={slot} picking={picking} kept="details" isInForm onLeave={attempt.forget} />
  ) : isUnanswered && attempt.problem === null ? (
    // After a reload of a page whose request got no answer.
    <Notice kind="waiting" title={t('form.unanswered')} urgent>
      <p>{t('form.unansweredText')}</p>
    </Notice>
  ) : null;

  return (
    <div className="card columns step-details">
      <EventSummary host={host} eventType={eventType}>
        <ChosenTime startsAt={slot} durationMinutes={eventType.durationMinutes} words={words} isGone={gone} />
      </EventSummary>
      <BookingForm
        key={restored === null ? 'new' : 'restored'}
        action={stepFrom(address, { slot })}
        hidden={{
          startsAt: slot,
          timeZone: words.zone,
          key,
          ...(duration === undefined ? {} : { durationMinutes: String(duration) }),
        }}
        questions={questions}
        hostName={host.name}
        locations={locations}
        allowsGuests={allowsGuests}
        draft={restored === null ? (draft ?? prefilled(query, questions)) : sent(restored.request)}
        onDraft={onDraft}
        problem={attempt.problem}
        isSending={attempt.isSending}
        asksForConfirmation={requiresConfirmation}
        headingRef={heading}
        canSend={!gone}
        notice={notice}
        onSend={(typed) => void send(typed)}
        onBack={attempt.forget}
      />
    </div>
  );
}

/**
 * The booking's own page takes this one's place: it can be kept, reloaded and shared, and Back does not book again. What
 * began the form is in the booking now, and does not belong into an address.
 */
function openBooking({ token }: GuestBooking, parameters: readonly string[], questions: readonly { id: string }[]) {
  const asked = new Set(
    ['name', 'email', 'phone', 'duration', ...questions.map(({ id }) => id), ...PICKING].filter(
      (name) => name !== 'tz',
    ),
  );
  const dropped = Object.fromEntries(parameters.filter((name) => asked.has(name)).map((name) => [name, null]));
  location.replace(stepFrom(`/booking/${encodeURIComponent(token)}${location.search}`, { ...dropped, news: 'booked' }));
}

interface ChosenProps {
  readonly startsAt: string;
  readonly durationMinutes: number;
  readonly words: TimeTexts;
  readonly isGone: boolean;
}

/** The time the guest is about to book, with its zone. */
function ChosenTime({ startsAt, durationMinutes, words, isGone }: ChosenProps) {
  const endsAt = new Date(Date.parse(startsAt) + durationMinutes * 60_000).toISOString();
  return (
    <ul className={isGone ? 'facts chosen gone' : 'facts chosen'}>
      <li>
        <CalendarIcon />
        <span>
          <strong translate="no">{words.span({ startsAt, endsAt })}</strong>
          <br />
          <span translate="no">{words.day(startsAt)}</span>
        </span>
      </li>
      <li>
        <GlobeIcon />
        <span translate="no">{words.zoneAt(startsAt)}</span>
      </li>
    </ul>
  );
}
