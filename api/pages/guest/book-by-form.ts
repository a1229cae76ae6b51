import type { EventType } from '#db/entities/event-type.ts';
import { isTimeZone } from '#domain/slots/time-zone.ts';
import { checkAnswers } from '#commands/bookings/answers.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { findPublic } from '../../guest/find-public.ts';
import { loadForGuest, presentPublicType } from '../../guest/present.ts';
import { bookingRequest, type PublicEventType } from '../../guest/schema.ts';
import { takeBooking } from '../../guest/take-booking.ts';
import { type FieldError, Problem } from '../../problem.ts';
import { validationProblem } from '../../to-problem.ts';
import { type PageCall, seeOther } from '../page.ts';
import { bookingForm } from '../plain/booking-form.ts';
import { pageOf } from '../plain/booking-view.ts';
import { eventView } from '../plain/event-view.ts';
import { nearestTimes } from '../plain/free-times.ts';
import { requestOf, type Typed, typedIn } from '../plain/typed.ts';
import { pathOf } from './event-page.ts';
import { followRename } from './follow-rename.ts';
import { formRefusal } from './form-refusal.ts';
import { sendFormAgain } from './send-guest-page.ts';

/** The booking form of the plain page: leads to the booking, or shows the form again with what was typed. */
export async function bookByForm(call: PageCall): Promise<void> {
  const { ctx, deps, em } = call;
  const params = { handle: call.params['handle'] ?? '', slug: call.params['slug'] ?? '' };
  const { host, eventType } = await findPublic(em, params.handle, params.slug);
  if (followRename(call, host)) return;
  const shown = presentPublicType(host, eventType);
  const typed = typedIn(ctx.state.body, shown.questions);
  try {
    const id = await takeBooking({ ...call, params }, checked(typed, shown), typed.key ?? undefined);
    seeOther(ctx, pageOf(await loadForGuest(deps, id)));
  } catch (error) {
    await showAgain(call, eventType, shown, typed, error);
  }
}

/** Everything that is wrong with the form at once. @throws Problem `validation_failed` */
function checked(typed: Typed, { questions }: PublicEventType) {
  const request = requestOf(typed, questions);
  const parsed = bookingRequest.safeParse(request);
  if (parsed.success) return parsed.data;
  const errors = [...(validationProblem(parsed.error).facts.errors ?? []), ...answerErrors(questions, request.answers)];
  throw new Problem('validation_failed', { errors });
}

function answerErrors(
  questions: PublicEventType['questions'],
  answers: Readonly<Record<string, string | boolean>>,
): readonly FieldError[] {
  try {
    checkAnswers(
      questions.map(({ options, ...question }) => ({ ...question, ...(options && { options }) })),
      answers,
    );
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.facts.errors ?? [];
    throw error;
  }
}

async function showAgain(call: PageCall, row: EventType, eventType: PublicEventType, sent: Typed, error: unknown) {
  const { code, status, title, text, errors } = formRefusal(call, error);
  const timeZone = isTimeZone(sent.timeZone) ? sent.timeZone : eventType.timeZone;
  const isUsed = code === 'idempotency_mismatch';
  const typed = { ...sent, timeZone, key: isUsed ? null : sent.key };
  const isGone = code === 'slot_taken' || code === 'slot_unavailable';
  const { startsAt } = sent;
  const instead = isGone ? await nearestTimes(call, row, { zone: timeZone, startsAt, most: 6 }) : [];
  const form = bookingForm({
    path: pathOf(eventType),
    query: new URLSearchParams(),
    eventType,
    typed,
    errors,
    problem: { title, text: errors.get('startsAt') ?? text },
    instead,
  });
  sendFormAgain(call, status, `${title}: ${eventType.title}`, eventView(eventType, call.deps.providers, form));
}
