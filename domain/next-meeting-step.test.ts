import { expect, test } from 'vitest';
import { BOOKING_STATUSES } from './booking.ts';
import { CONFERENCE_STATES, NO_LINK } from './conference.ts';
import { isUnfinished, type MeetingConnection, type MeetingSituation } from './meeting-situation.ts';
import { type MeetingStep, nextMeetingSteps } from './next-meeting-step.ts';
import { settleMeeting } from './settle-meeting.ts';
import { shownConference, type ShownConference } from './shown-conference.ts';

const NOW = new Date('2026-12-01T10:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const LOOK_AGAIN_MS = 120_000;

const connection = (change: Partial<MeetingConnection>): MeetingConnection => ({
  state: 'connected',
  isCurrent: true,
  ...change,
});
const USABLE = connection({});
const BROKEN = connection({ state: 'reconnect_needed', cause: 'token_dead' });
const FORMER = connection({ state: 'revoked', cause: 'replaced', isCurrent: false });

/** The connection that made the meeting, and the host's current one: the same unless another account took its place. */
const CONNECTIONS: Readonly<Record<string, { made: MeetingConnection; current?: MeetingConnection }>> = {
  works: { made: USABLE },
  'is paused': { made: connection({ pausedUntil: later(90) }) },
  'lost its token': { made: BROKEN },
  'was taken by another host': { made: connection({ state: 'reconnect_needed', cause: 'connected_elsewhere' }) },
  'was uninstalled': { made: connection({ state: 'revoked', cause: 'uninstalled' }) },
  'is in its grace': { made: connection({ state: 'revoked', cause: 'disconnected', graceUntil: later(1) }) },
  'is paused in its grace': {
    made: connection({ state: 'revoked', cause: 'disconnected', graceUntil: later(1), pausedUntil: later(90) }),
  },
  'was disconnected': { made: connection({ state: 'revoked', cause: 'disconnected', graceUntil: later(-1) }) },
  'was replaced by one that works': { made: FORMER, current: USABLE },
  'was replaced by one that broke': { made: FORMER, current: BROKEN },
};

const WHEN = { 'before it': [60, 90], 'during it': [-10, 20], 'weeks after it': [-14_400, -14_370] } as const;
const REFUSED = { code: 'refused', text: 'The provider refused.' };

function* cases(): Generator<[name: string, meeting: MeetingSituation, current: MeetingConnection]> {
  for (const [name, { made, current = made }] of Object.entries(CONNECTIONS))
    for (const [when, [starts, ends]] of Object.entries(WHEN))
      for (const status of BOOKING_STATUSES)
        for (const state of CONFERENCE_STATES)
          for (const joinUrl of [null, 'https://meet.example/a'])
            for (const problem of [null, REFUSED, NO_LINK])
              for (const bits of Array.from({ length: 32 }, (_, index) => index)) {
                const [inStep, called, twin, followed, manual] = [1, 2, 4, 8, 16].map((bit) => bits & bit);
                const [startsAt, endsAt] = [later(starts), later(ends)];
                yield [
                  `${state}, ${joinUrl ? 'with' : 'without'} link, ${problem?.code ?? 'no problem'}, bits ${bits}; booking ${status}, ${when}; account ${name}`,
                  {
                    booking: {
                      status,
                      startsAt,
                      endsAt,
                      holdEndsAt: status === 'pending' ? later(15) : null,
                      manualLink: manual ? 'https://host.example' : null,
                      linkWanted: true,
                    },
                    row: {
                      state,
                      joinUrl,
                      problem,
                      linkExpected: problem !== NO_LINK,
                      syncedStartsAt: inStep ? startsAt : later(600),
                      syncedEndsAt: inStep ? endsAt : later(630),
                      calledAt: called || state === 'live' ? later(-1) : null,
                      providerMeetingId: state === 'intended' ? null : 'id',
                      lookAgainAt: twin ? later(1) : null,
                      writeMayLandUntil: twin ? later(2) : null,
                      followAskedAt: followed ? NOW : null,
                    },
                    connection: made,
                    replaced: current !== made && current.state === 'connected',
                    now: NOW,
                  },
                  current,
                ];
              }
}

const settled = (meeting: MeetingSituation): MeetingSituation => {
  const { leftBecause: _, linkWanted, ...row } = settleMeeting(meeting, LOOK_AGAIN_MS);
  return { ...meeting, booking: { ...meeting.booking, linkWanted }, row: { ...meeting.row, ...row } };
};

/** As the plan finds the case at a later time: a hold that has run out is expired, a meeting that is over completed. */
function settledAt(meeting: MeetingSituation, time: number): MeetingSituation {
  const now = new Date(time);
  const { status, holdEndsAt, endsAt } = meeting.booking;
  const expired = status === 'pending' && holdEndsAt && holdEndsAt <= now;
  const over = status === 'confirmed' && endsAt <= now;
  const next = expired ? 'expired' : over ? 'completed' : status;
  return settled({ ...meeting, now, booking: { ...meeting.booking, status: next } });
}

function shownOf({ booking, row }: MeetingSituation, current: MeetingConnection): ShownConference {
  const isShown = row.state === 'intended' || row.state === 'live' || row.state === 'removed_by_host';
  return shownConference({
    bookingStatus: booking.status,
    location: { kind: 'meet' },
    usesProvider: true,
    manualLink: booking.manualLink ?? null,
    conference: isShown
      ? { state: row.state, joinUrl: row.joinUrl ?? null, problem: row.problem ?? null, linkExpected: row.linkExpected }
      : null,
    connection: { state: current.state, cause: current.cause ?? null },
    linkWanted: booking.linkWanted,
  });
}

/** Whether the plan makes a meeting's row now, since there is none. */
const isMadeNow = ({ booking, row }: MeetingSituation, current: MeetingConnection): boolean =>
  row.state !== 'intended' && row.state !== 'live' && booking.linkWanted && current.state === 'connected';

function faultsOf(meeting: MeetingSituation, current: MeetingConnection): string[] {
  const turns = nextMeetingSteps(meeting);
  const { booking, row } = meeting;
  const shown = shownOf(meeting, current);
  const hostIsTold = shown.problem !== null || shown.status === 'unavailable' || booking.status === 'pending';
  const isActedOn = turns.some(({ who }) => who === 'us') || hostIsTold || isMadeNow(meeting, current);
  const isOpen = row.state === 'deleting' || isUnfinished(meeting) || (row.state === 'intended' && !booking.manualLink);
  return [
    ...(isOpen && turns.length === 0 ? [`no turn while ${row.state}`] : []),
    ...(shown.status === 'pending' && !isActedOn ? ['shown as pending, and no side acts'] : []),
    ...(isUnfinished(meeting) && !isActedOn ? ['unfinished, and the host is not told'] : []),
    ...turns.filter(({ until }) => !(until > meeting.now.getTime())).map(() => 'waits until a time gone by'),
    ...turns.filter((turn) => outlasts(meeting, turn)).map(() => 'waits beyond its end'),
  ];
}

const subject = (turn: MeetingStep) => (turn.who === 'us' ? turn.action : turn.to);

/** Whether the same is still waited for once its time is up. */
function outlasts(meeting: MeetingSituation, turn: MeetingStep): boolean {
  const after = nextMeetingSteps(settledAt(meeting, turn.until + 1));
  return after.some((next) => subject(next) === subject(turn) && next.until === turn.until);
}

test('in every state one side acts next, hosts are told when it is their turn, and every wait ends', () => {
  const faults = new Map<string, string[]>();
  for (const [name, meeting, current] of cases())
    for (const fault of faultsOf(settledAt(meeting, NOW.getTime()), current))
      faults.set(fault, [...(faults.get(fault) ?? []), name]);
  expect([...faults].map(([fault, names]) => `${fault} (${names.length} cases, such as: ${names[0]})`)).toEqual([]);
});
