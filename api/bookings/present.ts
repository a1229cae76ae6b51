import { minutesOf } from '#commands/bookings/booking-times.ts';
import { loadShownOf } from '#commands/bookings/conference-view.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { FurtherGuest } from '#db/entities/further-guest.ts';
import { EventType } from '#db/entities/event-type.ts';
import type { Em } from '#db/host-transaction.ts';
import { awaitsAnswer } from '#domain/booking-transitions.ts';
import { readableEmail } from '#mail/addresses.ts';
import { says, saysOfLink } from '#messages/says.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problem.ts';
import { iso } from '../shared/days.ts';
import { locationName } from '../shared/location-name.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { mailLines } from './mail-lines.ts';
import type { BookingSummary, HostBooking } from './schema.ts';

interface Needs {
  readonly providers: ProviderRegistry;
}

/** Bookings as hosts see them, in their order and in four queries however many there are. */
export async function presentBookings(em: Em, deps: Needs, rows: readonly Booking[]): Promise<BookingSummary[]> {
  if (rows.length === 0) return [];
  const shown = await loadShownOf(em, deps, rows);
  const ids = [...new Set(rows.map(({ eventType }) => eventType))];
  const slugs = new Map(
    (await em.find(EventType, { id: { $in: ids } }, { fields: ['slug'] })).map(({ id, slug }) => [id, slug]),
  );
  const guests = Map.groupBy(await findFurtherGuests(em, rows), ({ booking }) => booking);
  return rows.map((row, index) => {
    const { status = 'none', joinUrl = null, problem = null } = shown[index] ?? {};
    return {
      id: row.id,
      status: row.status,
      revision: row.revision,
      ...timesOf(row),
      eventType: { id: row.eventType, slug: slugs.get(row.eventType) ?? '', ...typeOf(row) },
      guest: {
        name: row.guestName,
        email: readableEmail(row.guestEmail),
        timeZone: row.guestTimeZone,
        locale: row.guestLocale,
        hourCycle: row.guestHourCycle,
        answers: presentAnswers(row),
      },
      guests: (guests.get(row.id) ?? []).map(({ id, email, name }) => ({
        id,
        email: readableEmail(email),
        name: name ?? null,
      })),
      phone: row.guestPhone ?? null,
      conference: {
        provider: providerOf(deps, row),
        status,
        joinUrl,
        problem: problem && {
          code: problem.code,
          ...saysOfLink(problem.code, locationName(row.location.kind, deps.providers)),
        },
      },
      reason: row.reason ?? null,
      reasonBy: row.reasonBy ?? null,
      bookedBy: row.bookedBy,
      rescheduleAskedAt: isoOrNull(row.rescheduleAskedAt),
      noShow: row.noShowAt != null,
      proposalOutcome: row.proposalOutcome ?? null,
    };
  });
}

const findFurtherGuests = (em: Em, rows: readonly Booking[]): Promise<FurtherGuest[]> =>
  em.find(FurtherGuest, { booking: { $in: rows.map(({ id }) => id) }, removedAt: null }, { orderBy: { id: 'asc' } });

/** A booking's times as hosts and guests see them, RFC 3339; a hold is shown only while it is one. */
export const timesOf = (booking: Booking) => ({
  startsAt: iso(booking.startsAt),
  endsAt: iso(booking.endsAt),
  durationMinutes: minutesOf(booking),
  previousStartsAt: isoOrNull(booking.previousStartsAt),
  proposedStartsAt: isoOrNull(booking.proposedStartsAt),
  holdEndsAt: awaitsAnswer(booking) ? isoOrNull(booking.holdEndsAt) : null,
});

/** What the booking keeps of its event type: later edits of the type leave it alone. */
export function typeOf(row: Booking) {
  return { title: row.title, durationMinutes: minutesOf(row), location: withoutUndefined(row.location) };
}

/** What the guest answered, in the questions' words of then. */
export const presentAnswers = ({ answers }: Booking) =>
  answers.map(({ questionId, label, value }) => ({ questionId, label, value }));

/** The provider that makes the booking's meeting; null where its place is of another kind. */
export function providerOf({ providers }: Needs, { location }: Booking): string | null {
  return providers.get(location.kind) === undefined ? null : location.kind;
}

const isoOrNull = (instant: Date | null | undefined) => (instant == null ? null : iso(instant));

/** No timeline is longer on the page. */
const MOST_EVENTS = 200;

const lineOf = ({ at, actor, kind, text, says }: BookingEvent) => ({
  at: iso(at),
  actor,
  kind,
  text,
  ...(says && { says }),
});

/** One booking with its timeline, as it is now. @throws Problem `not_found`, also for another host's */
export async function loadBooking(deps: ApiDeps, hostId: string, id: string): Promise<HostBooking> {
  const em = deps.orm.em.fork() as Em;
  const row = await em.findOne(Booking, { id, host: hostId });
  if (row === null) throw new Problem('not_found');
  const [summary] = await presentBookings(em, deps, [row]);
  if (summary === undefined) throw new Problem('not_found');
  const events = await em.find(
    BookingEvent,
    { booking: id },
    { orderBy: { at: 'desc', id: 'desc' }, limit: MOST_EVENTS },
  );
  const mails = await em.find(EmailDelivery, { booking: id, state: { $in: ['sent', 'refused'] } });
  const refused = mails.filter(({ state }) => state === 'refused');
  return {
    ...summary,
    notes: row.hostNotes,
    timeline: [...events.toReversed().map(lineOf), ...mailLines(mails)].toSorted((one, other) =>
      one.at.localeCompare(other.at),
    ),
    mailProblems: refused.map(({ kind, recipient, about }) => ({
      kind,
      recipient,
      email: summary.guests.find((guest) => guest.id === about)?.email ?? null,
      ...says('said.mail_address_refused'),
    })),
  };
}
