import { LockMode } from '@mikro-orm/postgresql';
import { databaseTime } from '#db/database-time.ts';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ConnectionAction, ConnectionPlan } from '#workflows/plan-types.ts';
import type { ActivityDeps } from '../deps.ts';
import { backOffMs } from '#domain/retry-policy.ts';
import { activityTimings, asTimer, nextWakeAt, soonest, untilProviderIsKnown, type Wake } from '../plan/next-wake.ts';
import { hasDeauthorization, hasNotifications } from './read-notifications.ts';
import { planReconnectMails } from './reconnect-mails.ts';
import { pollDueAt } from './poll-meetings.ts';
import { subscriptionStep } from './subscriptions.ts';

interface Situation {
  readonly busy: readonly string[];
  /** The last call gave up. */
  readonly gaveUp: boolean;
}

/** What one transaction finds due for a connection. */
interface Due {
  /** The most urgent call, due now or after the wait of a failed one. */
  readonly call: ConnectionAction | null;
  readonly wakes: readonly Wake[];
}

/** Looks at a connection and says what is due, in one short transaction; every run begins with it. */
export async function planConnection(deps: ActivityDeps, id: string, situation: Situation): Promise<ConnectionPlan> {
  return deps.orm.em.fork().transactional(async (em) => {
    const now = await databaseTime(em);
    const connection = await em.findOne(Connection, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (connection === null) return erasedPlan(deps);
    // This plan sees every change up to here, whether or not its signal was ever accepted.
    connection.deliveredRevision = connection.revision;
    connection.lateSince = null;
    if (situation.gaveUp) backOff(deps, connection, now);
    const mails = await planReconnectMails(em, deps, connection, now);
    const due = afterBackOff(await dueCall(em, deps, connection, now), connection, now);
    const wakes = [...due.wakes, ...mails.wakes];
    const wakeBookings = Boolean(connection.wakeCursor);
    const isBusy = situation.busy.length > 0 || due.call !== null || mails.due || wakeBookings;
    connection.nextWakeAt = nextWakeAt(wakes, deps.config, { isBusy, now });
    const next = soonest(wakes);
    return {
      state: connection.state,
      hostId: connection.host,
      provider: connection.provider,
      call: situation.busy.includes('calls') ? null : due.call,
      mailsDue: mails.due,
      wakeBookings,
      next: next && asTimer(next, now),
      problem: connection.cause ?? null,
      done: due.call === null && !mails.due && !wakeBookings && wakes.length === 0,
      timings: activityTimings(deps.config),
    };
  });
}

/** After a failure the next call waits. */
function afterBackOff({ call, wakes }: Due, { retryAt }: Connection, now: Date): Due {
  if (call === null || !retryAt || retryAt <= now) return { call, wakes };
  return { call: null, wakes: [...wakes, { at: retryAt.getTime(), reason: 'another try', waitsFor: 'provider' }] };
}

async function dueCall(em: Em, deps: ActivityDeps, connection: Connection, now: Date): Promise<Due> {
  if (deps.providers.get(connection.provider) === undefined)
    return { call: null, wakes: [untilProviderIsKnown(connection.provider, now)] };
  if (connection.state === 'revoked') return dueRevocation(em, connection, now);
  if (connection.state === 'connected') return dueUpkeep(em, deps, connection, now);
  // A call may have met the invalid token before the provider's own word of it came in. Where another host has taken the
  // account over, that word is about the other's connection.
  const isTold = connection.cause === 'token_dead' && (await hasDeauthorization(em, connection));
  return { call: isTold ? 'readNotifications' : null, wakes: [] };
}

/** What keeps a working connection up to date and alive. */
async function dueUpkeep(em: Em, deps: ActivityDeps, connection: Connection, now: Date): Promise<Due> {
  const hasNews = await hasNotifications(em, connection);
  const pollAt = await pollDueAt(em, deps, connection, now);
  const subscription = await subscriptionStep(em, deps, connection, now);
  const tokens = await em.findOne(ConnectionTokens, { connection: connection.id });
  const aliveAt = (tokens?.refreshedAt ?? now).getTime() + deps.config.KEEP_ALIVE_MS;
  const due: readonly (ConnectionAction | null)[] = [
    connection.checkAskedAt ? 'keepAlive' : null,
    hasNews ? 'readNotifications' : null,
    // Before the subscription: where none can be had, polls are all there is.
    pollAt !== null && pollAt <= now.getTime() ? 'pollMeetings' : null,
    subscription.call,
    aliveAt <= now.getTime() ? 'keepAlive' : null,
  ];
  const calls = [...new Set(due)].filter((action) => action !== null);
  // The most urgent one; after a failure the next, so that none stands behind one that keeps failing.
  const call = calls[connection.failures % calls.length];
  if (call !== undefined) return { call, wakes: [] };
  const wakes: Wake[] = [...subscription.wakes, { at: aliveAt, reason: 'a token refresh', waitsFor: 'time' }];
  if (pollAt !== null) wakes.push({ at: pollAt, reason: 'the next poll', waitsFor: 'time' });
  return { call: null, wakes };
}

/** After its grace a connection's tokens are revoked at the provider and erased. */
async function dueRevocation(em: Em, connection: Connection, now: Date): Promise<Due> {
  const tokens = await em.count(ConnectionTokens, { connection: connection.id });
  if (tokens === 0) return { call: null, wakes: [] };
  const graceUntil = connection.graceUntil?.getTime() ?? 0;
  if (graceUntil <= now.getTime()) return { call: 'revokeTokens', wakes: [] };
  return { call: null, wakes: [{ at: graceUntil, reason: 'the end of the grace', waitsFor: 'time' }] };
}

function backOff({ config }: ActivityDeps, connection: Connection, now: Date): void {
  connection.retryAt = new Date(now.getTime() + backOffMs(config, connection.failures));
  connection.failures += 1;
}

function erasedPlan({ config }: ActivityDeps): ConnectionPlan {
  return {
    state: 'gone',
    hostId: 'none',
    provider: 'none',
    call: null,
    mailsDue: false,
    wakeBookings: false,
    next: null,
    problem: null,
    done: true,
    timings: activityTimings(config),
  };
}
