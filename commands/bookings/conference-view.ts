import { type ShownConference, shownConference } from '#domain/shown-conference.ts';
import type { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ProviderRegistry } from '#providers/registry.ts';

/** Stands for a link that the host pasted. */
export const PASTED_LINK = 'manual';

/** What is shown of one booking's link, and which link it is: `PASTED_LINK`, a conference's id, or null. */
export type ConferenceView = ShownConference & { readonly linkKey: string | null };

/** Derives what hosts and guests are shown of a booking's link: the one place all channels ask. */
export async function loadConferenceView(
  em: Em,
  deps: { readonly providers: ProviderRegistry },
  booking: Booking,
): Promise<ConferenceView> {
  const [shown] = await loadShownOf(em, deps, [booking]);
  if (shown === undefined) throw new Error('Nothing is shown of this booking');
  return shown;
}

/** The same for many bookings in two queries, in their order. */
export async function loadShownOf(
  em: Em,
  { providers }: { readonly providers: ProviderRegistry },
  bookings: readonly Booking[],
): Promise<ConferenceView[]> {
  if (bookings.length === 0) return [];
  const conferences = await em.find(
    Conference,
    { booking: { $in: bookings.map(({ id }) => id) }, state: { $in: ['intended', 'live', 'removed_by_host'] } },
    { orderBy: { createdAt: 'desc' } },
  );
  const connections = await em.find(Connection, {
    host: { $in: [...new Set(bookings.map(({ host }) => host))] },
    isCurrent: true,
  });
  return bookings.map((booking) => conferenceViewOf({ providers }, booking, { meetings: conferences, connections }));
}

interface Known {
  /** Rows of this booking's meetings, among others or alone, in any order. */
  readonly meetings: readonly Conference[];
  readonly connections: readonly Connection[];
}

const SHOWN = new Set<string>(['intended', 'live', 'removed_by_host']);

/** The same of what is loaded already. */
export function conferenceViewOf(
  { providers }: { readonly providers: ProviderRegistry },
  booking: Booking,
  { meetings, connections }: Known,
): ConferenceView {
  const mine = meetings
    .filter((row) => row.booking === booking.id && SHOWN.has(row.state))
    .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  const conference = mine.find((row) => row.state !== 'removed_by_host') ?? mine[0] ?? null;
  const isCurrent = (row: Connection) => row.isCurrent && row.host === booking.host;
  const connection = connections.find((row) => isCurrent(row) && row.provider === booking.location.kind);
  const shown = shownConference({
    bookingStatus: booking.status,
    location: booking.location,
    usesProvider: providers.get(booking.location.kind) !== undefined,
    manualLink: booking.manualLink ?? null,
    linkWanted: booking.linkWanted,
    conference: conference && {
      state: conference.state,
      joinUrl: conference.joinUrl ?? null,
      problem: conference.problem ?? null,
      linkExpected: conference.linkExpected,
    },
    connection: connection ? { state: connection.state, cause: connection.cause ?? null } : null,
  });
  return { ...shown, linkKey: linkKey(booking, conference, shown.joinUrl) };
}

function linkKey(booking: Booking, conference: Conference | null, joinUrl: string | null): string | null {
  if (joinUrl === null) return null;
  if (booking.manualLink) return PASTED_LINK;
  return conference?.id ?? null;
}
