import type { ObservedBooking } from '../observed.ts';
import { isHeld, type Rule, type Violation } from './verdict.ts';

/** The sweep repairs what is overdue; anything overdue for longer has been missed. */
const OVERDUE_MS = 10_000;

/** Everything that was under way has come to its end in the time given. */
export const judgeRest: Rule = ({ undone }) =>
  undone.map(({ work, rows }) => ({
    rule: 'rest',
    about: 'all',
    expected: 'nothing under way',
    seen: `${rows} × ${work}`,
  }));

/** Every wait names who acts next and until when, and nothing due lies in the past. */
export const judgeWaits: Rule = ({ bookings, hosts, now }) => [
  ...bookings.flatMap((booking) => waitsOf(booking, now)),
  ...hosts.flatMap(({ label, connections }) =>
    connections
      .filter(({ next_wake_at }) => isPast(next_wake_at, now))
      .map(({ id, next_wake_at }) => told(label, 'no connection overdue', `${id}, due ${next_wake_at}`)),
  ),
];

function waitsOf(booking: ObservedBooking, now: number): Violation[] {
  const { row, hostSees, connection, conferences, connections } = booking;
  const about = booking.guest.label;
  const { status, conference, holdEndsAt } = hostSees;
  const working = new Set(connections.filter(({ state }) => state === 'connected').map(({ id }) => id));
  const lost = conferences.filter(
    (one) => one.state === 'intended' && one.problem === null && !isAwaited(booking, one),
  );
  return [
    isPast(row.next_wake_at, now) ? told(about, 'nothing due in the past', `due ${row.next_wake_at}`) : [],
    isHeld(status) && row.next_wake_at === null ? told(about, 'a time of the next look', 'none') : [],
    status === 'pending' && holdEndsAt === null ? told(about, 'until when the host can confirm', 'no time') : [],
    status === 'confirmed' && conference.status === 'pending' && conference.problem === null
      ? told(about, 'a link, or why there is none', `pending, the connection ${connection.status}`)
      : [],
    lost.map(({ id }) => told(about, 'who makes the meeting', `${id} is intended, and no connection will make it`)),
    conferences
      .filter(({ look_again_at, follow_asked_at, connection_id, state }) => {
        // What the host did to the meeting of a booking that waits for the host is looked at once it is confirmed.
        const asked = look_again_at ?? (status === 'confirmed' && state === 'live' ? follow_asked_at : null);
        return isPast(asked, now) && working.has(connection_id);
      })
      .map(({ id }) => told(about, 'a look at the meeting that was asked for', `${id} was not looked at`)),
  ].flat(2);
}

/** A meeting that is still to be made waits for its host, who can reach it by connecting again. */
function isAwaited({ connections }: ObservedBooking, { connection_id }: { readonly connection_id: string }): boolean {
  const connection = connections.find(({ id }) => id === connection_id);
  return connection?.is_current === true && connection.state !== 'connected' && connection.cause !== 'disconnected';
}

const isPast = (time: string | null, now: number): boolean => time !== null && Date.parse(time) < now - OVERDUE_MS;
const told = (about: string, expected: string, seen: string): Violation => ({ rule: 'waits', about, expected, seen });
