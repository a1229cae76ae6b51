import { isHeld } from '#domain/booking.ts';
import { DEFAULT_LOCALE } from '#domain/locale.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';

/** Personal data is erased after a week even if a mail server has refused all that time. */
const PATIENCE_MS = 7 * 86_400_000;

/**
 * Removes what is left of a guest who asked to be forgotten, as far as it may go now: words and addresses once the
 * booking is over and no mail is queued, the meetings' ids and links once nothing is pending at the provider. To be called
 * again whenever something pending was done; each call does what it can. What stays is a time that was once booked.
 */
export async function forgetGuest(em: Em, booking: Booking, now: Date): Promise<void> {
  if (!booking.eraseAskedAt || isHeld(booking.status)) return;
  await em.flush();
  if (!booking.erasedAt) {
    const patient = now.getTime() < booking.eraseAskedAt.getTime() + PATIENCE_MS;
    if (patient && (await hasQueuedMail(em, booking.id))) return;
    forgetWords(booking, now);
    await em.flush();
    await em.execute('delete from email_deliveries where booking_id = ?', [booking.id]);
    // Its host may have named it after the guest.
    await em.execute(`update booking_links set name = '' where booking_id = ?`, [booking.id]);
    await em.execute('delete from further_guests where booking_id = ?', [booking.id]);
    await em.execute('delete from idempotency_keys where booking_id = ?', [booking.id]);
    await em.execute('update conferences set join_url = null where booking_id = ?', [booking.id]);
    await forgetInDeliveries(em, booking.id);
  }
  await forgetMeetings(em, booking.id);
}

function forgetWords(booking: Booking, now: Date): void {
  booking.erasedAt = now;
  booking.guestName = 'Erased guest';
  booking.guestEmail = '';
  booking.guestTimeZone = 'UTC';
  booking.guestLocale = DEFAULT_LOCALE;
  booking.guestHourCycle = 'h23';
  booking.guestPhone = null;
  booking.answers = [];
  booking.reason = null;
  booking.reasonBy = null;
  booking.hostNotes = '';
  booking.manualLink = null;
  booking.numberedEntry = null;
  booking.requestedFrom = null;
}

/** What is still to be sent says what happened, and of the booking only its id and times; a receiver may have echoed more. */
async function forgetInDeliveries(em: Em, bookingId: string): Promise<void> {
  await em.execute(
    `update webhook_deliveries set answer_body = null,
        payload = jsonb_set(payload, '{data,booking}', (payload #> '{data,booking}') - '{guest,guests,conference,reason}'::text[])
      where booking_id = ?`,
    [bookingId],
  );
}

/** The row itself stays, with its marker: should a late create take effect after all, it is found and deleted. */
async function forgetMeetings(em: Em, bookingId: string): Promise<void> {
  const forgotten = await em.execute<object[]>(
    `update conferences set provider_meeting_id = null, join_url = null
      where booking_id = ? and provider_meeting_id is not null
        and state not in ('intended', 'deleting') and look_again_at is null
      returning provider, old.provider_meeting_id as meeting_id`,
    [bookingId],
  );
  if (forgotten.length === 0) return;
  // By a statement of its own, so that it sees what was kept of them until their rows were locked.
  await em.execute(
    `delete from inbox_notifications n using jsonb_to_recordset(?::jsonb) as gone (provider text, meeting_id text)
      where n.provider = gone.provider and n.meeting_id = gone.meeting_id`,
    [JSON.stringify(forgotten)],
  );
}

async function hasQueuedMail(em: Em, bookingId: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 from email_deliveries where booking_id = ? and state in ('queued', 'claimed') limit 1`,
    [bookingId],
  );
  return rows.length > 0;
}
