import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { Connection } from '#db/entities/connection.ts';
import { User } from '#db/entities/user.ts';
import { cleanName, cutTo } from '#domain/names.ts';
import type { WantedMeeting } from '#providers/provider.ts';
import type { ActivityDeps } from '../deps.ts';
import { callProvider } from './call-provider.ts';
import type { CallKind, Lease } from './lease.ts';
import type { Access, Provider } from '#providers/provider.ts';

/** Everything one call about a meeting works on, as it is now. */
export interface Job {
  readonly row: Conference;
  readonly booking: Booking;
  readonly connection: Connection;
  readonly wanted: WantedMeeting;
  readonly providerName: string;
}

const TITLE_LIMIT = 200;

/** Loads a meeting's row with its booking; null where either is gone. */
export async function loadMeetingContext(deps: ActivityDeps, conferenceId: string): Promise<Job | null> {
  const em = deps.orm.em.fork();
  const row = await em.findOne(Conference, { id: conferenceId });
  const booking = row && (await em.findOne(Booking, { id: row.booking }));
  if (!booking) return null;
  const connection = await em.findOneOrFail(Connection, { id: row.connection });
  const host = await em.findOneOrFail(User, { id: booking.host });
  return {
    row,
    booking,
    connection,
    providerName: deps.providers.require(row.provider).manifest.name,
    wanted: {
      startsAt: booking.startsAt.getTime(),
      endsAt: booking.endsAt.getTime(),
      title: cutTo(cleanName(`${booking.title} with ${booking.guestName}`), TITLE_LIMIT),
      description: `Booked through Insytical.`,
      timeZone: host.timeZone,
    },
  };
}

/** One call about the job's meeting, committed to right before it is made and over before the lease is. */
export function callProviderFor<T>(
  deps: ActivityDeps,
  job: Job,
  lease: Lease,
  kind: CallKind,
  call: (provider: Provider, access: Access) => Promise<T>,
): Promise<T> {
  return callProvider(deps, job.connection, () => lease.commit(kind), call);
}
