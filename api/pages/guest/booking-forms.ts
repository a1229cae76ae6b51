import { z } from 'zod';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { eraseGuest } from '#commands/privacy/erase-guest.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { unsubscribeReminders } from '#commands/bookings/unsubscribe-reminders.ts';
import { Booking } from '#db/entities/booking.ts';
import { html } from '#html';
import { loadForGuest } from '../../guest/present.ts';
import { instantInput, reason, timeZone } from '../../shared/schema.ts';
import { withoutUndefined } from '../../shared/without-undefined.ts';
import { sendArticle } from '../article.ts';
import { type PageCall, readerOfPage, sameLanguage, seeOther, translatorOfPage } from '../page.ts';
import { openBooking, pathOfBooking, sendBookingView } from './booking-page.ts';
import { refusedBy } from './refused.ts';

/** Forms send text only. */
const revision = z.coerce.number().int().min(1).optional();
const said = reason.optional().transform((text) => text || undefined);
const moveForm = z.object({
  startsAt: instantInput,
  reason: said,
  revision,
  timeZone: timeZone.optional().catch(undefined),
});
const cancelForm = z.object({ reason: said, revision });

/** Moves a booking, or asks for it; the current time withdraws what was asked for. */
export async function moveByForm(call: PageCall): Promise<void> {
  const { ctx, deps } = call;
  const row = await openBooking(call);
  try {
    const { startsAt, ...others } = withoutUndefined(moveForm.parse(ctx.state.body));
    await deps.limits.spend('changeOfBooking', row.id);
    const { locale, hourCycle } = readerOfPage(call);
    const input = { bookingId: row.id, startsAt: new Date(startsAt), actor: 'guest' as const, locale, hourCycle };
    await rescheduleBooking(deps, { ...input, ...others });
  } catch (error) {
    const { startsAt, timeZone, reason } = textsIn(ctx.state.body);
    const isKept = startsAt === row.startsAt.toISOString();
    const query = sameLanguage(call, isKept ? {} : { action: 'reschedule', slot: startsAt, tz: timeZone });
    const refused = { verb: 'reschedule', problem: refusedBy(call, error), reason } as const;
    await sendBookingView(call, await readAgain(call, row), { query, refused });
    return;
  }
  const moved = await loadForGuest(deps, row.id);
  const isMoved = moved.startsAt !== row.startsAt.toISOString();
  seeOther(ctx, pathOfBooking(moved), sameLanguage(call, isMoved ? { news: 'moved' } : {}));
}

/** Cancels a booking. */
export async function cancelByForm(call: PageCall): Promise<void> {
  const { ctx, deps } = call;
  const row = await openBooking(call);
  try {
    const sent = withoutUndefined(cancelForm.parse(ctx.state.body));
    await cancelBooking(deps, { bookingId: row.id, actor: 'guest', ...sent });
  } catch (error) {
    const refused = {
      verb: 'cancel',
      problem: refusedBy(call, error),
      reason: textsIn(ctx.state.body).reason,
    } as const;
    await sendBookingView(call, await readAgain(call, row), {
      query: sameLanguage(call, { action: 'cancel' }),
      refused,
    });
    return;
  }
  seeOther(ctx, pathOfBooking(await loadForGuest(deps, row.id)), sameLanguage(call));
}

/** Turns reminders off. */
export async function unsubscribeByForm(call: PageCall): Promise<void> {
  const { ctx, deps } = call;
  const { id } = await openBooking(call);
  await unsubscribeReminders(deps, { bookingId: id });
  seeOther(ctx, pathOfBooking(await loadForGuest(deps, id)), sameLanguage(call));
}

/** Erases the guest; the link ends at once, so there is no page to go back to. */
export async function eraseByForm(call: PageCall): Promise<void> {
  const { id } = await openBooking(call);
  await eraseGuest(call.deps, { bookingId: id });
  const t = translatorOfPage(call);
  const title = t('data.erased');
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    <p>${t('data.erasedText')}</p>
  </div>`;
  await sendArticle(call, { title, hidden: true, main });
}

/** The booking as it is now: another transaction may have changed it. */
const readAgain = ({ deps }: PageCall, { id }: Booking) => deps.orm.em.fork().findOneOrFail(Booking, { id });

function textsIn(body: unknown) {
  const fields = (body ?? {}) as Record<string, unknown>;
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  return { startsAt: text('startsAt'), timeZone: text('timeZone'), reason: text('reason') };
}
