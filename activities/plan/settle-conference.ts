import { recordEvent } from '#commands/bookings/record-event.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { Conference } from '#db/entities/conference.ts';
import type { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { MeetingCase } from '#domain/meeting-case.ts';
import { type Settled, settleMeeting } from '#domain/settle-meeting.ts';
import type { ActivityDeps } from '../deps.ts';

/** One meeting's row, its booking and its connection, as they stand in the database. */
export interface Case extends MeetingCase {
  readonly booking: Booking;
  readonly row: Conference;
  readonly connection: Connection | null;
}

/** Brings a meeting's row to the state the booking asks for, and says in the timeline where a meeting is left behind. */
export function settle(em: Em, { providers, config }: ActivityDeps, meeting: Case): void {
  const { booking, row, now } = meeting;
  const { leftBecause, linkWanted, ...settled } = settleMeeting(meeting, config.LOOK_AGAIN_MS);
  Object.assign(row, settled);
  booking.linkWanted = linkWanted;
  if (leftBecause === undefined) return;
  const text = leftBehind(leftBecause, providers.get(row.provider)?.manifest.name ?? row.provider);
  recordEvent(em, booking, { at: now, actor: 'system', kind: 'conference_abandoned', text });
}

function leftBehind(why: NonNullable<Settled['leftBecause']>, provider: string): string {
  switch (why) {
    case 'too_late':
      return `The meeting could not be deleted at ${provider} within a week.`;
    case 'account_gone':
      return `The meeting was left at ${provider}, because the account is no longer connected. Please delete it there.`;
    case 'account_replaced':
      return `The meeting was left at ${provider}, because another account is connected now. Please delete it there.`;
  }
}
