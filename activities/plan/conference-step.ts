import type { ConferenceAction } from '#domain/conference.ts';
import type { MeetingCase } from '#domain/meeting-case.ts';
import { type Turn, turnsOf } from '#domain/meeting-turn.ts';
import { PRIORITY, type PriorityKey } from '#workflows/messages.ts';
import type { Wake } from './wake.ts';

export interface ConferenceStep {
  readonly provider: string;
  readonly action: ConferenceAction;
  readonly conferenceId: string;
  readonly priority: PriorityKey;
}

interface Verdict {
  /** The call to make now. */
  readonly due: ConferenceStep | null;
  /** When it is looked at next. */
  readonly wakes: readonly Wake[];
  readonly owed: boolean;
}

interface StepRow {
  readonly id: string;
  readonly provider: string;
  readonly failures: number;
}

/** After a roll-back rows may name a provider that only a newer build knows; it may be back after this, milliseconds. */
export const UNKNOWN_PROVIDER_MS = 15 * 60_000;

/** What is done about a meeting at a provider this build does not know: nothing, until it does. */
export function waitForProvider({ row, now }: MeetingCase & { readonly row: StepRow }): Verdict[] {
  if (row.state !== 'intended' && row.state !== 'deleting') return [];
  const what = `a version that knows the provider ${row.provider}`;
  return [{ due: null, wakes: [{ at: now.getTime() + UNKNOWN_PROVIDER_MS, what, waitsFor: 'provider' }], owed: true }];
}

/** The calls for one meeting, now or at a time, as its turns ask for them. */
export function stepsFor(meeting: MeetingCase & { readonly row: StepRow }): Verdict[] {
  const { row, now } = meeting;
  return turnsOf(meeting).map((turn): Verdict => {
    if (turn.who === 'us' && turn.from <= now.getTime()) {
      const { provider, id: conferenceId } = row;
      const due = { provider, action: turn.action, conferenceId, priority: priorityOf(row, turn.action) };
      return { due, wakes: [], owed: true };
    }
    const wake = wakeOf(turn, row.provider);
    return { due: null, wakes: wake === null ? [] : [wake], owed: wake !== null };
  });
}

/** A guest who has just booked waits for the link; what failed before has waited already. */
function priorityOf({ failures }: StepRow, action: ConferenceAction): PriorityKey {
  if (failures > 0) return PRIORITY.repeated;
  return action === 'createMeeting' ? PRIORITY.fresh : PRIORITY.usual;
}

/** A host's repair or confirmation signals the booking itself. */
function wakeOf(turn: Turn, provider: string): Wake | null {
  if (turn.who === 'us') {
    const what = `${provider} again (${turn.action})`;
    return { at: Math.min(turn.from, turn.until), what, waitsFor: 'provider' };
  }
  return turn.to === 'reconnect' ? { at: turn.until, what: 'a reconnect', waitsFor: 'reconnect' } : null;
}
