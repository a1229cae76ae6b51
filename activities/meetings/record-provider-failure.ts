import { enqueueMail, releaseConfirmations } from '#commands/bookings/enqueue-mail.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import { problemInWords, queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import type { Conference } from '#db/entities/conference.ts';
import { saysOfLink } from '#messages/says.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { ActivityDeps } from '../deps.ts';
import type { SettledFailure } from '../activity-result.ts';
import { wakeSoon, withLockedConference } from './locked-conference.ts';

/** Accounts parked until the same midnight do not all start at its first second. */
const MOST_SPREAD_MS = 30_000;

/**
 * Keeps what a failure means beyond the call: a permanent refusal becomes the row's problem, a full account is paused.
 * Then the plan knows, and the activity is done, with that as its outcome.
 * @throws what is passing, to be tried again
 */
export async function recordProviderFailure(
  deps: ActivityDeps,
  conferenceId: string,
  error: unknown,
): Promise<SettledFailure> {
  if (!(error instanceof ProviderError)) throw error;
  const { kind, facts } = error;
  if (kind === 'rate_limited' && facts.scope === 'account') await pause(deps, conferenceId, error);
  else if (kind === 'rate_limited' && isLong(deps, facts.retryAfterMs)) await postpone(deps, conferenceId, error);
  else if (kind === 'rejected' || kind === 'reauthorize') {
    if (facts.code !== 'not_connected') await refuse(deps, conferenceId, error);
  } else throw error;
  return { outcome: kind === 'rate_limited' ? 'parked' : 'refused', code: facts.code };
}

/** Longer than the activity's own attempts could wait without running out of time. */
function isLong({ config }: ActivityDeps, waitMs = 0): boolean {
  return waitMs > config.ACTIVITY_BUDGET_MS / 2;
}

/** Postpones calls about this meeting until the time the provider named; the booking's lane is free meanwhile. */
async function postpone(deps: ActivityDeps, conferenceId: string, { facts }: ProviderError): Promise<void> {
  const until = new Date(deps.now().getTime() + (facts.retryAfterMs ?? 0));
  await withLockedConference(deps, conferenceId, async (_em, booking, row) => {
    row.retryAt = until;
    if (row.lookAgainAt && row.lookAgainAt < until) row.lookAgainAt = until;
    wakeSoon(booking, deps.now());
  });
}

/** The provider refused permanently: the host is told and decides. */
async function refuse(deps: ActivityDeps, conferenceId: string, { facts }: ProviderError): Promise<void> {
  const problem = { code: facts.code };
  await withLockedConference(deps, conferenceId, async (em, booking, row) => {
    if (row.state !== 'deleting') row.problem = problem;
    else row.state = 'abandoned';
    // A read that was refused permanently is not repeated.
    row.lookAgainAt = null;
    row.followAskedAt = null;
    const sentence = saysOfLink(facts.code, nameOf(deps, row));
    recordEvent(em, booking, { at: deps.now(), actor: 'provider', kind: 'conference_refused', sentence });
    if (row.state !== 'intended' || booking.status !== 'confirmed') return;
    const now = deps.now();
    await enqueueMail(em, booking, { kind: 'link_missing', cause: `conference-${row.id}`, to: ['host'], now });
    await queueBookingEvent(em, booking, 'conference.failed', now, problemInWords(problem, nameOf(deps, row)));
  });
}

/** The account takes no more calls for a while (Zoom's daily cap): its work is parked until then. */
async function pause(deps: ActivityDeps, conferenceId: string, { facts }: ProviderError): Promise<void> {
  const wait = facts.retryAfterMs ?? 60_000;
  const until = new Date(deps.now().getTime() + wait + Math.random() * Math.min(wait, MOST_SPREAD_MS));
  await withLockedConference(deps, conferenceId, async (em, booking, row) => {
    await em.execute('update connections set paused_until = ? where id = ?', [until, row.connection]);
    const sentence = saysOfLink(facts.code, nameOf(deps, row));
    recordEvent(em, booking, { at: deps.now(), actor: 'provider', kind: 'conference_parked', sentence });
    const cause = `parked-${until.toISOString().slice(0, 10)}`;
    if (row.state === 'intended')
      await enqueueMail(em, booking, { kind: 'link_missing', cause, to: ['host'], now: deps.now() });
    await releaseConfirmations(em, booking.id, deps.now());
  });
}

const nameOf = ({ providers }: ActivityDeps, { provider }: Conference): string =>
  providers.require(provider).manifest.name;
