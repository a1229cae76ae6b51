import type { Made } from '#commands/bookings/book.ts';
import { durationsOf } from '#commands/bookings/durations.ts';
import { locationsOf } from '#commands/bookings/locations.ts';
import { guestLinks } from '#commands/bookings/links.ts';
import { conferenceViewOf } from '#commands/bookings/conference-view.ts';
import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { Connection } from '#db/entities/connection.ts';
import type { EventType, Location } from '#db/entities/event-type.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { type JsonRow, readPlainRow, readPlainRows } from '#db/read-rows.ts';
import { changeableUntil, needsReason } from '#domain/change-notice.ts';
import { locationId } from '#domain/location-choice.ts';
import { hostCallsGuest } from '#domain/phone-call.ts';
import { dueReminders } from '#domain/reminders.ts';
import { conferenceForGuest, locationForGuest } from '#domain/guest-visibility.ts';
import { readableEmail } from '#mail/addresses.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import { presentAnswers, providerOf, timesOf, typeOf } from '../bookings/present.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problem.ts';
import { iso } from '../shared/days.ts';
import { photoPath } from '../shared/photo-path.ts';
import { locationName } from '../shared/location-name.ts';
import type { GuestBooking, PublicEventType, PublicHost, ShownHost } from './schema.ts';

type Presenting = Pick<ApiDeps, 'config' | 'providers' | 'now'>;

const namedLocation = <Location extends { readonly kind: string }>(
  location: Location,
  providers: ProviderRegistry,
) => ({
  ...location,
  name: locationName(location.kind, providers),
});

const presentSummary = (eventType: EventType, providers: ProviderRegistry): PublicHost['eventTypes'][number] => ({
  slug: eventType.slug,
  title: eventType.title,
  description: eventType.description,
  durationMinutes: eventType.durationMinutes,
  durations: [...durationsOf(eventType)],
  // Where it is is told to those who book, not to passers-by.
  location: presentLocation(eventType.location, providers),
  locations: locationsOf(eventType).map((location) => presentLocation(location, providers)),
});

const presentLocation = (location: Location, providers: ProviderRegistry) => ({
  id: locationId(location),
  label: location.label ?? null,
  ...namedLocation({ kind: location.kind }, providers),
  asksPhone: hostCallsGuest(location),
});

const presentHost = (host: User): ShownHost => ({
  name: host.name,
  handle: host.handle,
  bio: host.bio,
  accentColour: host.accentColour ?? null,
  photo: photoPath(host),
  contactEmail: host.contactEmail ? readableEmail(host.contactEmail) : null,
});

/** A host's page as everybody sees it. */
export const presentPublicHost = (
  host: User,
  eventTypes: readonly EventType[],
  providers: ProviderRegistry,
): PublicHost => ({
  ...presentHost(host),
  welcome: host.welcome,
  eventTypes: eventTypes.map((eventType) => presentSummary(eventType, providers)),
});

/** An event type as everybody sees it, with what a guest will be asked. */
export const presentPublicType = (host: User, eventType: EventType, providers: ProviderRegistry): PublicEventType => ({
  ...presentSummary(eventType, providers),
  host: presentHost(host),
  timeZone: host.timeZone,
  questions: eventType.questions.map(({ options, ...question }) => ({
    ...question,
    ...(options && { options: [...options] }),
  })),
  requiresConfirmation: eventType.requiresConfirmation,
  allowsGuests: eventType.allowsGuests,
  changeNoticeMinutes: eventType.changeNoticeMinutes,
});

interface AroundRow {
  readonly booking: JsonRow;
  readonly host: JsonRow;
  readonly event_type: Around['eventType'];
  readonly guests: Around['guests'] | null;
  readonly meetings: readonly JsonRow[] | null;
  readonly connections: readonly JsonRow[] | null;
}

const AROUND = `
  select to_json(b) as booking, to_json(u) as host,
    json_build_object('slug', t.slug, 'thankYou', t.thank_you) as event_type,
    (select json_agg(json_build_object('email', g.email, 'name', g.name) order by g.id)
      from further_guests g where g.booking_id = b.id and g.removed_at is null) as guests,
    (select json_agg(to_json(m)) from conferences m where m.booking_id = b.id) as meetings,
    (select json_agg(to_json(c)) from connections c where c.host_id = b.host_id and c.is_current) as connections
    from bookings b join users u on u.id = b.host_id join event_types t on t.id = b.event_type_id where b.id = ?`;

/** A booking as its guest sees it: nothing that only the host should read. */
export async function presentToGuest(em: Em, deps: Presenting, { id }: Pick<Booking, 'id'>): Promise<GuestBooking> {
  const [found] = await em.execute<AroundRow[]>(AROUND, [id]);
  if (found === undefined) throw new Problem('not_found');
  return presentBooking(deps, {
    booking: readPlainRow(em, Booking, found.booking),
    host: readPlainRow(em, User, found.host),
    eventType: found.event_type,
    guests: found.guests ?? [],
    meetings: readPlainRows(em, Conference, found.meetings),
    connections: readPlainRows(em, Connection, found.connections),
  });
}

/** The same of a booking that was just made, from what it was made of. */
export const presentMade = (deps: Presenting, { booking, offer, guests }: Made): GuestBooking =>
  presentBooking(deps, { ...offer, booking, guests, meetings: [] });

interface Around {
  readonly booking: Readonly<Booking>;
  readonly host: Readonly<User>;
  readonly eventType: Pick<EventType, 'slug' | 'thankYou'>;
  readonly guests: readonly { readonly email: string; readonly name?: string | null | undefined }[];
  readonly meetings: readonly Readonly<Conference>[];
  /** The host's current ones. */
  readonly connections: readonly Readonly<Connection>[];
}

function presentBooking(deps: Presenting, { booking: row, ...around }: Around): GuestBooking {
  const { host, eventType, meetings, connections } = around;
  const shown = conferenceViewOf(deps, row, { meetings, connections });
  const type = typeOf(row);
  const { token, manage } = guestLinks(deps.config, row);
  return {
    id: row.id,
    status: row.status,
    revision: row.revision,
    ...timesOf(row),
    proposalOutcome: row.proposalOutcome ?? null,
    changeableUntil: iso(changeableUntil(row)),
    // Of the event type as it is now: it changes nothing of what was agreed.
    thankYou: row.status === 'confirmed' ? eventType.thankYou : '',
    requiresReason: needsReason(row),
    rescheduleAsked: row.status === 'confirmed' && row.rescheduleAskedAt != null,
    requiresConfirmation: row.requiresConfirmation,
    hostNote: row.reasonBy === 'host' ? (row.reason ?? null) : null,
    eventType: {
      slug: eventType.slug,
      ...type,
      location: namedLocation(locationForGuest(row.status, type.location), deps.providers),
    },
    host: presentHost(host),
    guest: {
      name: row.guestName,
      email: readableEmail(row.guestEmail),
      timeZone: row.guestTimeZone,
      locale: row.guestLocale,
      hourCycle: row.guestHourCycle,
      answers: presentAnswers(row),
    },
    guests: around.guests.map(({ email, name = null }) => ({ email: readableEmail(email), name })),
    phone: row.guestPhone ?? null,
    conference: { provider: providerOf(deps, row), ...conferenceForGuest(row.status, shown) },
    remindersOff: row.remindersUnsubscribedAt != null,
    nextReminderAt: nextReminderAt(row, deps.now()),
    manageUrl: manage,
    token,
  };
}

/** When the guest is reminded next: of a request that waits, if it is confirmed by then. */
function nextReminderAt(row: Booking, now: Date): string | null {
  const stands = row.status === 'pending' || row.status === 'confirmed';
  if (!stands || row.remindersUnsubscribedAt != null) return null;
  const { nextDueAt } = dueReminders({
    startsAt: row.startsAt.getTime(),
    offsets: row.reminderMinutes,
    scheduledAt: row.scheduledAt.getTime(),
    now: now.getTime(),
    sent: [],
  });
  return nextDueAt === null ? null : iso(nextDueAt);
}

/** The same, read afresh after a change. */
export async function loadForGuest(deps: ApiDeps, bookingId: string): Promise<GuestBooking> {
  const em = deps.orm.em.fork() as Em;
  return presentToGuest(em, deps, { id: bookingId });
}
