import type { HourCycle } from '#domain/locale.ts';
import { isTimeZone } from '#domain/slots/time-zone.ts';
import { withDuration } from '#commands/bookings/durations.ts';
import { withLocation } from '#commands/bookings/locations.ts';
import { checkAnswers } from '#commands/bookings/answers.ts';
import { type FieldError, Refusal } from '#commands/shared/refusal.ts';
import type { EventType } from '#db/entities/event-type.ts';
import { findPublic } from '../../guest/find-public.ts';
import { presentPublicType } from '../../guest/present.ts';
import { bookingRequest, type PublicEventType } from '../../guest/schema.ts';
import { takeBooking } from '../../guest/take-booking.ts';
import { Problem } from '../../problem.ts';
import { asKeys } from '../../shared/issues.ts';
import { validationProblem } from '../../to-problem.ts';
import { type PageCall, readerOfPage, sameLanguage, seeOther } from '../page.ts';
import type { Draft } from '../schema.ts';
import { pathOfBooking } from './booking-page.ts';
import { durationIn, sendEventView } from './event-page.ts';
import { followCanonical } from './follow-canonical.ts';
import { refusedBy } from './refused.ts';
import { requestOf, typedIn } from './typed.ts';
import { applyHostSettings } from './host-settings.ts';

/** The booking form: leads to the booking, or shows the form again with what was typed. */
export async function bookByForm(call: PageCall): Promise<void> {
  const { ctx, deps } = call;
  const params = { handle: call.params['handle'] ?? '', slug: call.params['slug'] ?? '' };
  const { host, eventType: found } = await findPublic(call, params.handle, params.slug);
  if (followCanonical(call, host, found)) return;
  applyHostSettings(ctx, host);
  const eventType = withDuration(found, durationIn(call.query, found));
  const shown = presentPublicType(host, eventType, deps.providers);
  const { draft, startsAt, durationMinutes, timeZone, key, chosen } = typedIn(ctx.state.body, shown.questions);
  const query = new URLSearchParams(call.query);
  if (isTimeZone(timeZone) && timeZone !== shown.timeZone) query.set('tz', timeZone);
  query.set('slot', chosen ?? startsAt);
  if (chosen !== null) {
    query.delete('month');
    query.delete('date');
    return sendEventView(call, eventType, shown, { query, refused: { problem: null, draft }, key });
  }
  try {
    const { locale, hourCycle } = readerOfPage(call);
    const writtenBy = { timeZone, locale, hourCycle };
    const request = checked(
      { ...requestOf(forLocation(draft, shown)), startsAt, durationMinutes, ...writtenBy },
      eventType,
    );
    const booked = await takeBooking({ ...call, params }, request, key ?? undefined);
    seeOther(ctx, pathOfBooking(booked), sameLanguage(call, { news: 'booked' }));
  } catch (error) {
    const problem = refusedBy(call, error);
    const isUsed = problem.code === 'idempotency_mismatch';
    const again = { query, status: problem.status, refused: { problem, draft }, key: isUsed ? null : key };
    await sendEventView(call, eventType, shown, again);
  }
}

/** Without scripts the form asks for a number whichever location is chosen; it is kept for a call only. */
const forLocation = (draft: Draft, { location, locations }: PublicEventType): Draft =>
  (locations.find(({ id }) => id === draft.location) ?? location).asksPhone || locations.length === 1
    ? draft
    : { ...draft, phone: '' };

type Sent = ReturnType<typeof requestOf> & {
  readonly startsAt: string;
  readonly durationMinutes: number | undefined;
  readonly timeZone: string;
  readonly locale: string;
  readonly hourCycle: HourCycle;
};

/** Everything that is wrong with the form at once. @throws Problem `validation_failed` */
function checked({ name, email, timeZone, locale, hourCycle, ...sent }: Sent, eventType: EventType) {
  const parsed = bookingRequest.safeParse({ ...sent, guest: { name, email, timeZone, locale, hourCycle } }, asKeys);
  if (parsed.success) return parsed.data;
  const errors = [...(validationProblem(parsed.error).facts.errors ?? []), ...answerErrors(eventType, sent)];
  throw new Problem('validation_failed', { errors });
}

function answerErrors(eventType: EventType, sent: Pick<Sent, 'answers' | 'phone' | 'location'>): readonly FieldError[] {
  try {
    checkAnswers(withLocation(eventType, sent.location), sent);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.facts.errors ?? [];
    throw error;
  }
}
