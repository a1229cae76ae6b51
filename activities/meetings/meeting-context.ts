import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { Connection } from '#db/entities/connection.ts';
import { User } from '#db/entities/user.ts';
import { readPlainRow } from '#db/read-rows.ts';
import { cleanName, cutTo } from '#domain/names.ts';
import type { Access, Provider, WantedMeeting } from '#providers/provider.ts';
import { type ActivityResult, type Outcome, timed } from '../activity-result.ts';
import type { ActivityDeps } from '../deps.ts';
import { callProvider } from '../provider-calls/call-provider.ts';
import { type CallKind, type Lease, underLease } from './lease.ts';
import { recordProviderFailure } from './record-provider-failure.ts';

/** Everything one activity about a meeting works on, as it was when the activity began. */
export interface MeetingContext {
  readonly row: Readonly<Conference>;
  readonly booking: Readonly<Booking>;
  readonly connection: Readonly<Connection>;
  readonly wanted: WantedMeeting;
  readonly providerName: string;
  readonly lease: Lease;
}

/**
 * Runs one activity about a meeting under its call lease. What a failure means beyond the call is recorded; only a
 * passing one is thrown, to be tried again. There is nothing to do about a meeting whose booking was erased.
 */
export function withMeeting(
  deps: ActivityDeps,
  conferenceId: string,
  work: (meeting: MeetingContext) => Promise<Outcome>,
): Promise<ActivityResult> {
  return timed(() =>
    underLease(deps, conferenceId, (lease) =>
      work(meetingContext(deps, lease)).catch((error: unknown) => recordProviderFailure(deps, conferenceId, error)),
    ),
  );
}

const TITLE_LIMIT = 200;

function meetingContext(deps: ActivityDeps, lease: Lease): MeetingContext {
  const { em } = deps.orm;
  const row = readPlainRow(em, Conference, lease.found.meeting);
  const booking = readPlainRow(em, Booking, lease.found.booking);
  const connection = readPlainRow(em, Connection, lease.found.connection);
  const host = readPlainRow(em, User, lease.found.host);
  return {
    row,
    booking,
    connection,
    lease,
    providerName: deps.providers.require(row.provider).manifest.name,
    wanted: {
      startsAt: booking.startsAt.getTime(),
      endsAt: booking.endsAt.getTime(),
      title: cutTo(cleanName(`${booking.title} with ${booking.guestName}`), TITLE_LIMIT).trimEnd(),
      description: `Booked through Insytical.`,
      timeZone: host.timeZone,
    },
  };
}

/** One call about a meeting, committed to right before it is made and over before its lease is. */
export function callProviderFor<T>(
  deps: ActivityDeps,
  { connection, lease }: MeetingContext,
  kind: CallKind,
  call: (provider: Provider, access: Access) => Promise<T>,
): Promise<T> {
  return callProvider(deps, connection, call, { before: () => lease.commit(kind) });
}
