import type { ConferenceAction } from '#domain/conference.ts';
import type { MeetingCase } from '#domain/meeting-case.ts';
import { type Turn, turnsOf } from '#domain/meeting-turn.ts';
import type { Wake } from './wake.ts';

export interface ConferenceStep {
  readonly provider: string;
  readonly action: ConferenceAction;
  readonly conferenceId: string;
}

interface Verdict {
  /** The call to make now. */
  readonly due: ConferenceStep | null;
  /** When it is looked at next. */
  readonly wakes: readonly Wake[];
  readonly owed: boolean;
}

/** The calls for one meeting, now or at a time, as its turns ask for them. */
export function stepsFor(meeting: MeetingCase & { readonly row: { readonly id: string; readonly provider: string } }) {
  const { row, now } = meeting;
  return turnsOf(meeting).map((turn): Verdict => {
    if (turn.who === 'us' && turn.from <= now.getTime())
      return { due: { provider: row.provider, action: turn.action, conferenceId: row.id }, wakes: [], owed: true };
    const wake = wakeOf(turn, row.provider);
    return { due: null, wakes: wake === null ? [] : [wake], owed: wake !== null };
  });
}

/** What the host mends or confirms wakes the booking by itself. */
function wakeOf(turn: Turn, provider: string): Wake | null {
  if (turn.who === 'us') return { at: Math.min(turn.from, turn.until), what: `${provider} again (${turn.action})` };
  return turn.to === 'reconnect' ? { at: turn.until, what: 'a reconnect' } : null;
}
