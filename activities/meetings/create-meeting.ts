import { NO_LINK } from '#domain/conference.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import type { BookingPlan } from '#workflows/plan-types.ts';
import type { ActivityDeps } from '../deps.ts';
import type { ActivityResult } from '../activity-result.ts';
import { sendMails } from '../mails/send-mails.ts';
import { withLockedConference } from './locked-conference.ts';
import { callProviderFor, type MeetingContext, withMeeting } from './meeting-context.ts';
import { type StoredMeeting, storeAndPlan, storeMeeting, storeTwins, tellOfMissingLink } from './store-meeting.ts';

/** A link that is made a moment after its meeting is worth a short wait. */
const LINK_LOOKS_MS = [500, 1_000, 2_000, 4_000];

/** With the mails that went to whom, and with what is due then, where that was found out with storing the meeting. */
type PlannedResult = ActivityResult & { readonly went?: readonly string[]; readonly plan: BookingPlan | null };

/**
 * Makes the meeting a row intends, once: the call is committed before it is made, and after an unknown outcome the
 * provider is searched for our marker before it is called again. Confirmations that waited for its link are sent at once:
 * a lane of their own would cost Temporal as much as the meeting does.
 */
export async function createMeeting(deps: ActivityDeps, conferenceId: string): Promise<PlannedResult> {
  let stored: StoredMeeting | null = null;
  const result = await withMeeting(deps, conferenceId, async (meeting) => {
    const { row, booking } = meeting;
    if (row.state !== 'intended' || booking.status !== 'confirmed') return 'nothing';
    if (row.calledAt && (await adopt(deps, meeting))) return 'adopted';
    const created = await create(deps, meeting);
    // A plan that fails must not undo the note of what was made.
    stored = await storeAndPlan(deps, meeting, created).catch(() => null);
    if (stored !== null) return 'created';
    await storeMeeting(deps, conferenceId, created);
    if (created.joinUrl === null && created.linkExpected) await awaitLink(deps, meeting, created);
    return 'created';
  });
  return { ...result, ...(await sendClaimed(deps, stored)) };
}

/** What was sent, and the plan after it; without a plan the booking is planned again. */
async function sendClaimed(
  deps: ActivityDeps,
  stored: StoredMeeting | null,
): Promise<Pick<PlannedResult, 'went' | 'plan'>> {
  if (stored === null) return { plan: null };
  const { bookingId, plan, claims } = stored;
  if (claims.length === 0) return { plan };
  return sendMails(deps, bookingId, claims).catch(() => ({ plan: null }));
}

/** After an unknown outcome: keeps the oldest meeting with our marker and leaves its twins to be deleted. */
async function adopt(deps: ActivityDeps, meeting: MeetingContext): Promise<boolean> {
  const { id, marker } = meeting.row;
  const [first, ...twins] = await callProviderFor(deps, meeting, 'read', (provider, access) =>
    provider.findByMarker(access, marker),
  );
  await lookAgainLater(deps, id);
  if (first === undefined) return false;
  await storeMeeting(deps, id, first);
  await storeTwins(deps, id, twins);
  return true;
}

async function create(deps: ActivityDeps, meeting: MeetingContext): Promise<LiveMeeting> {
  const { row, wanted, lease } = meeting;
  try {
    return await callProviderFor(deps, meeting, 'create', (provider, access) =>
      provider.createMeeting(access, { ...wanted, marker: row.marker }),
    );
  } catch (error) {
    const definite = error instanceof ProviderError && error.facts.definite;
    if (definite && !row.calledAt) await lease.withdrawCreate();
    if (!definite) await lookAgainLater(deps, row.id);
    throw error;
  }
}

async function awaitLink(deps: ActivityDeps, meeting: MeetingContext, created: LiveMeeting): Promise<void> {
  const { row, lease } = meeting;
  for (const wait of LINK_LOOKS_MS) {
    if (lease.attempt.remainingMs() < wait + deps.config.HTTP_TIMEOUT_MS) break;
    await new Promise((resolve) => setTimeout(resolve, wait));
    const found = await callProviderFor(deps, meeting, 'read', (provider, access) =>
      provider.getMeeting(access, created.id),
    );
    if (found === null) return;
    if (found.joinUrl === null && found.linkExpected) continue;
    await storeLink(deps, row.id, found);
    return;
  }
  const until = new Date(deps.now().getTime() + deps.config.RETRY_AFTER_MS);
  await deps.orm.em.fork().execute('update conferences set retry_at = ? where id = ?', [until, row.id]);
}

async function storeLink(deps: ActivityDeps, conferenceId: string, meeting: LiveMeeting): Promise<void> {
  await withLockedConference(deps, conferenceId, async (em, booking, row) => {
    if (row.state !== 'live' && row.state !== 'deleting') return;
    row.joinUrl = meeting.joinUrl;
    row.linkExpected = meeting.linkExpected;
    row.problem = meeting.joinUrl === null && !meeting.linkExpected ? NO_LINK : null;
    await tellOfMissingLink(em, booking, row, deps.now());
  });
}

/** A create with an unknown outcome may still take effect later: its twin is looked for once more. */
async function lookAgainLater(deps: ActivityDeps, conferenceId: string): Promise<void> {
  await deps.orm.em
    .fork()
    .execute(
      `update conferences set look_again_at = clock_timestamp() + interval '1 millisecond' * ? where id = ? and called_at is not null`,
      [deps.config.LOOK_AGAIN_MS, conferenceId],
    );
}
