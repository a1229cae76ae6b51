import type { ConferenceAction } from '#domain/conference.ts';
import type { MeetingSituation } from '#domain/meeting-situation.ts';
import { type MeetingStep, nextMeetingSteps } from '#domain/next-meeting-step.ts';
import { type ConferenceStep, PRIORITY, type PriorityKey } from '#workflows/plan-types.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import { untilProviderIsKnown, type Wake } from './next-wake.ts';

/** What comes next about a booking's meetings. */
export interface ConferencePlan {
  /** The one call to make now; null where none is due. */
  readonly step: ConferenceStep | null;
  readonly wakes: readonly Wake[];
  /** Something at the provider is still to be done, now or later. */
  readonly isPending: boolean;
}

/** One meeting as it stands, its row with what a step says of it. */
export type StepCase = MeetingSituation & {
  readonly row: { readonly id: string; readonly provider: string; readonly failures: number };
};

/** The next call about a booking's meetings, and when the others are due, by nothing but how the meetings stand. */
export function planStep(meetings: readonly StepCase[], providers: ProviderRegistry): ConferencePlan {
  const known = meetings.filter(({ row }) => providers.get(row.provider) !== undefined);
  const turns = known.flatMap((meeting) => nextMeetingSteps(meeting).map((turn) => ({ meeting, turn })));
  const due = turns.find(({ meeting, turn }) => isDue(turn, meeting.now));
  const later = turns.filter(({ meeting, turn }) => !isDue(turn, meeting.now));
  const wakes = [
    ...later.flatMap(({ meeting, turn }) => wakeOf(turn, meeting.row.provider) ?? []),
    ...meetings.filter((meeting) => !known.includes(meeting)).flatMap(waitForProvider),
  ];
  return {
    step: due?.turn.who === 'us' ? stepOf(due.meeting, due.turn.action, providers) : null,
    wakes,
    isPending: due !== undefined || wakes.length > 0,
  };
}

const isDue = (turn: MeetingStep, now: Date): boolean => turn.who === 'us' && turn.from <= now.getTime();

function stepOf({ row }: StepCase, action: ConferenceAction, providers: ProviderRegistry): ConferenceStep {
  const { id: conferenceId, provider } = row;
  const { name: providerName } = providers.require(provider).manifest;
  return { provider, providerName, action, conferenceId, priority: priorityOf(row, action) };
}

/** A guest who has just booked waits for the link; what failed before has waited already. */
function priorityOf({ failures }: StepCase['row'], action: ConferenceAction): PriorityKey {
  if (failures > 0) return PRIORITY.repeated;
  return action === 'createMeeting' ? PRIORITY.fresh : PRIORITY.usual;
}

/** A host's repair or confirmation signals the booking itself. */
function wakeOf(turn: MeetingStep, provider: string): Wake | null {
  if (turn.who === 'us') {
    const reason = `${provider} again (${turn.action})`;
    return { at: Math.min(turn.from, turn.until), reason, waitsFor: 'provider' };
  }
  return turn.to === 'reconnect' ? { at: turn.until, reason: 'a reconnect', waitsFor: 'reconnect' } : null;
}

/** What is done about a meeting at a provider this build does not know: nothing, until it does. */
const waitForProvider = ({ row, now }: StepCase): Wake[] =>
  row.state === 'intended' || row.state === 'deleting' ? [untilProviderIsKnown(row.provider, now)] : [];
