import { accessFor } from '#commands/access-token.ts';
import { ConnectionTokens } from '#db/entities/connection.ts';
import { endGrant } from './connections/end-grant.ts';
import { planConnection } from './connections/plan-connection.ts';
import { pollMeetings } from './connections/poll-meetings.ts';
import { readNotices } from './connections/read-notices.ts';
import { sendConnectionMails } from './connections/send-connection-mails.ts';
import { wakeBookings } from './connections/wake-bookings.ts';
import { closeWatches, openWatch, renewWatch } from './connections/watches.ts';
import type { ActivityDeps } from './deps.ts';

type Situation = Parameters<typeof planConnection>[2];

/** What a connection's workflow does to the world. Arguments and results are ids, states and times only. */
export function createConnectionActivities(deps: ActivityDeps) {
  return {
    planConnection: (connectionId: string, situation: Situation) => planConnection(deps, connectionId, situation),
    openWatch: (connectionId: string) => openWatch(deps, connectionId),
    renewWatch: (connectionId: string) => renewWatch(deps, connectionId),
    closeWatches: (connectionId: string) => closeWatches(deps, connectionId),
    readNotices: (connectionId: string) => readNotices(deps, connectionId),
    pollMeetings: (connectionId: string) => pollMeetings(deps, connectionId),
    keepAlive: (connectionId: string) => keepAlive(deps, connectionId),
    endGrant: (connectionId: string) => endGrant(deps, connectionId),
    wakeBookings: (connectionId: string) => wakeBookings(deps, connectionId),
    sendConnectionMails: (connectionId: string) => sendConnectionMails(deps, connectionId),
  };
}

export type ConnectionActivities = ReturnType<typeof createConnectionActivities>;

/** An idle grant dies of disuse at its provider: it is refreshed though nobody needs it. */
async function keepAlive(deps: ActivityDeps, connectionId: string): Promise<void> {
  const tokens = await deps.orm.em.fork().findOne(ConnectionTokens, { connection: connectionId });
  if (tokens !== null) await accessFor(deps, connectionId, tokens.tokenVersion);
}
