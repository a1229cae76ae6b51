import { LockMode } from '@mikro-orm/postgresql';
import { databaseTime } from '#db/database-time.ts';
import { Connection, ConnectionTokens } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ConnectionAction, ConnectionPlan } from '#workflows/messages.ts';
import type { ActivityDeps } from '../deps.ts';
import { growingWait } from '../growing-wait.ts';
import { UNKNOWN_PROVIDER_MS } from '../plan/conference-step.ts';
import { soonest, type Wake } from '../plan/wake.ts';
import { activityTimings } from '../timings.ts';
import { hasDeauthorization, hasNotifications } from './open-notifications.ts';
import { planReconnectMails } from './plan-reconnect-mails.ts';
import { pollDueAt } from './poll-due.ts';
import { subscriptionStep } from './subscription-step.ts';

interface Situation {
  readonly busy: readonly string[];
  /** The last call gave up. */
  readonly gaveUp: boolean;
}

/** Looks at a connection and says what is owed, in one short transaction; every run begins with it. */
export async function planConnection(deps: ActivityDeps, id: string, situation: Situation): Promise<ConnectionPlan> {
  return deps.orm.em.fork().transactional(async (em) => {
    const now = await databaseTime(em);
    const connection = await em.findOne(Connection, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (connection === null) return plan(deps, null, { call: null, mails: false, wakes: [], now, done: true });
    // This plan sees every change up to here, whether or not its signal was ever accepted.
    connection.deliveredRevision = connection.revision;
    connection.lateSince = null;
    if (situation.gaveUp) backOff(deps, connection, now);
    const mails = await planReconnectMails(em, deps, connection, now);
    const { call, wakes } = await nextCall(em, deps, connection, now);
    const retryAt = connection.retryAt?.getTime() ?? 0;
    const waits = call !== null && retryAt > now.getTime();
    const allWakes = [
      ...wakes,
      ...mails.wakes,
      ...(waits ? [{ at: retryAt, what: 'another try', waitsFor: 'provider' as const }] : []),
    ];
    const free = !situation.busy.includes('calls');
    const done = call === null && !mails.due && allWakes.length === 0 && !connection.wakeCursor;
    const next = soonest(allWakes);
    const inFlight =
      situation.busy.length > 0 || (call !== null && !waits) || mails.due || Boolean(connection.wakeCursor);
    const latest = inFlight ? now.getTime() + deps.config.ACTIVITY_BUDGET_MS : Infinity;
    const wakeAt = Math.min(next?.at ?? Infinity, latest);
    connection.nextWakeAt = Number.isFinite(wakeAt) ? new Date(wakeAt) : null;
    return plan(deps, connection, { call: free && !waits ? call : null, mails: mails.due, wakes: allWakes, now, done });
  });
}

/** The most urgent call of a connection, and when the next ones are due. */
async function nextCall(
  em: Em,
  deps: ActivityDeps,
  connection: Connection,
  now: Date,
): Promise<{ call: ConnectionAction | null; wakes: Wake[] }> {
  if (deps.providers.get(connection.provider) === undefined) {
    const what = `a version that knows the provider ${connection.provider}`;
    return { call: null, wakes: [{ at: now.getTime() + UNKNOWN_PROVIDER_MS, what, waitsFor: 'provider' }] };
  }
  if (connection.state === 'revoked') return endOfGrant(em, connection, now);
  if (connection.state !== 'connected') {
    // A call may have met the dead grant before the provider's own word of it came in. Where another host has taken the
    // account over, that word is about the other's grant.
    const goodbye = connection.cause === 'token_dead' && (await hasDeauthorization(em, connection));
    return { call: goodbye ? 'readNotifications' : null, wakes: [] };
  }
  const hasNews = await hasNotifications(em, connection);
  const pollAt = await pollDueAt(em, deps, connection);
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
  const call = queuePerHost(
    [...new Set(due)].filter((action) => action !== null),
    connection.failures,
  );
  if (call !== null) return { call, wakes: [] };
  const wakes = [...subscription.wakes, { at: aliveAt, what: 'keeping the grant alive', waitsFor: 'time' as const }];
  if (pollAt !== null) wakes.push({ at: pollAt, what: 'the next poll', waitsFor: 'time' });
  return { call: null, wakes };
}

/** The most urgent call; after a failure the next one, so that none stands behind one that keeps failing. */
function queuePerHost(due: readonly ConnectionAction[], failures: number): ConnectionAction | null {
  return due.length === 0 ? null : (due[failures % due.length] ?? null);
}

/** After its grace a revoked grant is ended at the provider and its tokens are erased. */
async function endOfGrant(em: Em, connection: Connection, now: Date) {
  const tokens = await em.count(ConnectionTokens, { connection: connection.id });
  if (tokens === 0) return { call: null, wakes: [] };
  const graceUntil = connection.graceUntil?.getTime() ?? 0;
  if (graceUntil > now.getTime())
    return { call: null, wakes: [{ at: graceUntil, what: 'the end of the grace', waitsFor: 'time' as const }] };
  return { call: 'endGrant' as const, wakes: [] };
}

function backOff({ config }: ActivityDeps, connection: Connection, now: Date): void {
  connection.retryAt = new Date(now.getTime() + growingWait(config, connection.failures));
  connection.failures += 1;
}

function plan(
  deps: ActivityDeps,
  connection: Connection | null,
  next: { call: ConnectionAction | null; mails: boolean; wakes: readonly Wake[]; now: Date; done: boolean },
): ConnectionPlan {
  const wake = soonest(next.wakes);
  return {
    state: connection?.state ?? 'gone',
    hostId: connection?.host ?? 'none',
    provider: connection?.provider ?? 'none',
    call: next.call,
    mailsDue: next.mails,
    wakeBookings: Boolean(connection?.wakeCursor),
    wakeAt: wake?.at ?? null,
    wakeInMs: wake === null ? 0 : Math.max(1, wake.at - next.now.getTime()),
    waitingFor: wake?.what ?? 'a signal',
    problem: connection?.cause ?? null,
    done: next.done,
    timings: activityTimings(deps.config),
  };
}
