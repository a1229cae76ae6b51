import { type BookingStatus, isHeld } from './booking.ts';
import { type ConferenceState, type ConferenceStatus, NO_LINK, type Problem } from './conference.ts';
import type { ConnectionCause, ConnectionState } from './connection.ts';

export interface ShownConferenceInput {
  readonly bookingStatus: BookingStatus;
  readonly location: { readonly kind: string; readonly value?: string | null };
  /** Whether the location is one of a meeting provider. */
  readonly usesProvider: boolean;
  /** A link the host pasted. */
  readonly manualLink: string | null;
  /** The booking's newest meeting; `linkExpected` is false once the provider said that no link will come. */
  readonly conference: {
    readonly state: ConferenceState;
    readonly joinUrl: string | null;
    /** A permanent refusal; a failure that is retried leaves none. */
    readonly problem: Problem | null;
    readonly linkExpected: boolean;
  } | null;
  /** The host's current connection to the location's provider; null when there never was one. */
  readonly connection: { readonly state: ConnectionState; readonly cause: ConnectionCause | null } | null;
  /** Whether a confirmed booking gets its meeting by itself; false where the host has to ask for it. */
  readonly linkWanted: boolean;
}

export interface ShownConference {
  readonly status: ConferenceStatus;
  readonly joinUrl: string | null;
  /** For the host's eyes only. */
  readonly problem: Problem | null;
}

const NONE: ShownConference = { status: 'none', joinUrl: null, problem: null };

/** What hosts and guests are shown of a booking's link (docs/architecture.md, "States"). */
export function shownConference(input: ShownConferenceInput): ShownConference {
  const { bookingStatus, manualLink, location, usesProvider, conference } = input;
  if (!isHeld(bookingStatus)) return NONE;
  if (manualLink !== null) return ready(manualLink);
  if (!usesProvider) return location.kind === 'link' && location.value ? ready(location.value) : NONE;
  // A link that works stays shown, even when the connection has ended or the booking waits for confirmation again.
  if (conference?.state === 'live' && conference.joinUrl !== null) return ready(conference.joinUrl, conference.problem);
  return withoutLink(input);
}

function withoutLink({ bookingStatus, conference, connection, linkWanted }: ShownConferenceInput): ShownConference {
  if (conference?.state === 'removed_by_host') return missing('unavailable', { code: 'removed_by_host' });
  if (isWanted(conference) && (conference.problem !== null || !conference.linkExpected))
    return missing('failed', conference.problem ?? NO_LINK);
  if (connection === null) return missing('unavailable', { code: 'not_connected' });
  if (connection.state === 'revoked')
    return missing('unavailable', { code: connection.cause === 'uninstalled' ? 'uninstalled' : 'disconnected' });
  // What waits for its confirmation has asked for nothing yet; a meeting on its way needs no asking.
  if (!linkWanted && bookingStatus === 'confirmed' && !isWanted(conference))
    return missing('unavailable', { code: 'not_requested' });
  return missing('pending', connection.state === 'reconnect_needed' ? { code: 'token_dead' } : null);
}

type MeetingRow = NonNullable<ShownConferenceInput['conference']>;
const isWanted = (row: MeetingRow | null): row is MeetingRow => row?.state === 'intended' || row?.state === 'live';

const ready = (joinUrl: string, problem: Problem | null = null): ShownConference => ({
  status: 'ready',
  joinUrl,
  problem,
});
const missing = (status: ConferenceStatus, problem: Problem | null): ShownConference => ({
  status,
  joinUrl: null,
  problem,
});
