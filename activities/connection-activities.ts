import { accessFor } from '#commands/connections/access-token.ts';
import { ConnectionTokens } from '#db/entities/connection.ts';
import { revokeTokens } from './connections/revoke-tokens.ts';
import { planConnection } from './connections/plan-connection.ts';
import { pollMeetings } from './connections/poll-meetings.ts';
import { readNotifications } from './connections/read-notifications.ts';
import { sendConnectionMails } from './connections/reconnect-mails.ts';
import { wakeBookings } from './connections/wake-bookings.ts';
import { closeSubscriptions, openSubscription, renewSubscription } from './connections/subscriptions.ts';
import type { ActivityDeps } from './deps.ts';
import { timed } from './activity-result.ts';

type Situation = Parameters<typeof planConnection>[2];

/** What a connection's workflow does to the world. Arguments and results are ids, states and times only. */
export function createConnectionActivities(deps: ActivityDeps) {
  const call = (work: (deps: ActivityDeps, connectionId: string) => Promise<void>) => (connectionId: string) =>
    timed(async () => {
      await work(deps, connectionId);
      await endBackOff(deps, connectionId);
      return 'done';
    });
  return {
    planConnection: (connectionId: string, situation: Situation) => planConnection(deps, connectionId, situation),
    openSubscription: call(openSubscription),
    renewSubscription: call(renewSubscription),
    closeSubscriptions: call(closeSubscriptions),
    readNotifications: call(readNotifications),
    pollMeetings: call(pollMeetings),
    keepAlive: call(keepAlive),
    revokeTokens: call(revokeTokens),
    wakeBookings: (connectionId: string) => wakeBookings(deps, connectionId),
    sendConnectionMails: (connectionId: string) => sendConnectionMails(deps, connectionId),
  };
}

export type ConnectionActivities = ReturnType<typeof createConnectionActivities>;

/** A call that worked ends the back-off after those that did not. */
async function endBackOff(deps: ActivityDeps, connectionId: string): Promise<void> {
  await deps.orm.em
    .fork()
    .execute('update connections set failures = 0, retry_at = null where id = ? and failures > 0', [connectionId]);
}

/** Refreshes an idle connection: providers end unused ones, and a failure shows that consent was withdrawn. */
async function keepAlive(deps: ActivityDeps, connectionId: string): Promise<void> {
  const tokens = await deps.orm.em.fork().findOne(ConnectionTokens, { connection: connectionId });
  if (tokens === null) return;
  await accessFor(deps, connectionId, tokens.tokenVersion);
  await deps.orm.em.fork().execute('update connections set check_asked_at = null where id = ?', [connectionId]);
}
