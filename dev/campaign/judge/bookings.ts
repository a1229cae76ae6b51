import { conferenceForGuest } from '#domain/guest-visibility.ts';
import type { ObservedBooking } from '../observed.ts';
import type { Asked } from '../people.ts';
import { isHeld, isOver, type Rule, sameInstant, type Violation } from './verdict.ts';

/** Guest and host are shown the same booking, but for the link, which guests are told of confirmed bookings only. */
export const judgeViews: Rule = ({ bookings }) =>
  bookings.flatMap(({ guest, guestSees, hostSees, row }) => {
    const isTold = hostSees.status === 'confirmed';
    const stored = `${row.status} ${new Date(row.starts_at).toISOString()}`;
    const [guestView, hostView] = [guestSees, hostSees].map(placeOf);
    const told = { conference: conferenceForGuest(hostSees.status, hostSees.conference) };
    const isSameLink = isTold ? linkOf(guestSees) === linkOf(told) : guestSees.conference.joinUrl === null;
    if (guestView === stored && hostView === stored && isSameLink) return [];
    const seen = `guest ${guestView} ${linkOf(guestSees)}; host ${hostView} ${linkOf(hostSees)}; stored ${stored}`;
    return [{ rule: 'views', about: guest.label, expected: 'one booking, seen alike by all', seen }];
  });

type View = Pick<ObservedBooking['guestSees'], 'status' | 'startsAt' | 'conference'>;
const placeOf = ({ status, startsAt }: View): string => `${status} ${new Date(startsAt).toISOString()}`;
const linkOf = ({ conference: { status, joinUrl } }: { conference: Pick<View['conference'], 'status' | 'joinUrl'> }) =>
  `${status} ${joinUrl}`;

/** Accepted requests took effect, nothing else happened, and no request met a server error. */
export const judgeActs: Rule = ({ bookings, unknownBookings }) => [
  ...unknownBookings.map(({ id, status }) => ({
    rule: 'acts',
    about: 'all',
    expected: 'every booking was answered to its guest',
    seen: `${status} ${id}`,
  })),
  ...bookings.flatMap((booking) => [...endsOf(booking), ...placesOf(booking), ...failuresOf(booking)]),
];

const violation = ({ guest }: ObservedBooking, expected: string, seen: string): Violation => ({
  rule: 'acts',
  about: guest.label,
  expected,
  seen,
});

const isAccepted = ({ answer }: Asked): boolean => answer.kind === 'yes';
const isDone = (asked: Asked): boolean => asked.answer.kind === 'yes' && asked.answer.value !== 'there is no meeting';

/** A booking that was ended stays ended; one that was not is not over. */
function endsOf(booking: ObservedBooking): Violation[] {
  const { status } = booking.hostSees;
  // What was declined may have been another time of a booking, which then keeps its own.
  const keeps = booking.events.some(({ kind }) => kind === 'proposal_declined');
  const ends = booking.asked.filter(({ act }) => act.kind === 'cancel' || (act.kind === 'decline' && !keeps));
  const accepted = ends.filter((one) => isAccepted(one) && !('by' in one.act && one.act.by === 'provider'));
  if (accepted.length > 0 && !isOver(status)) return [violation(booking, 'over, as was answered', status)];
  const isPossible = ends.some((one) => isDone(one) || one.answer.kind === 'silence');
  return isOver(status) && status !== 'expired' && !isPossible ? [violation(booking, 'not over', status)] : [];
}

/**
 * The booking is at a requested time: at the last one, if no other request ran at the same time and the host had not to
 * confirm it.
 */
function placesOf(booking: ObservedBooking): Violation[] {
  const { startsAt, status } = booking.hostSees;
  const moves = booking.asked.filter((one) => one.act.kind === 'move' && isDone(one));
  const last = moves.toSorted((a, b) => a.from - b.from).at(-1);
  const isProposed = booking.events.some(({ kind }) => kind === 'proposed');
  const isLone = !isProposed && last !== undefined && booking.asked.every((one) => one === last || one.to < last.from);
  const byPeople = booking.asked.every(({ act }) => !('by' in act && act.by === 'provider'));
  const possible = [booking.booking?.startsAt ?? '', ...moves.map(({ startsAt }) => startsAt ?? '')];
  const expected = isLone && byPeople && isHeld(status) ? [last.startsAt ?? ''] : possible;
  if (expected.some((time) => sameInstant(time, startsAt))) return [];
  return [violation(booking, `at ${expected.join(' or ')}`, startsAt)];
}

function failuresOf(booking: ObservedBooking): Violation[] {
  return booking.asked.flatMap(({ act, answer }) => {
    if (answer.kind === 'silence') return [violation(booking, 'an answer in the end', `none to ${act.kind}`)];
    if (answer.kind === 'no' && answer.status >= 500)
      return [violation(booking, 'no failure of ours', `${act.kind} was answered ${answer.status} ${answer.code}`)];
    return [];
  });
}

/** No two bookings of one host that are held overlap. */
export const judgeDoubleBookings: Rule = ({ bookings, unknownBookings }) => {
  const rows = [...bookings.map(({ row }) => row), ...unknownBookings].filter(({ status }) => isHeld(status));
  const label = (id: string) => bookings.find((one) => one.id === id)?.guest.label ?? id;
  return rows.flatMap((first, index) =>
    rows
      .slice(index + 1)
      .filter(
        (second) =>
          second.host_id === first.host_id &&
          Date.parse(first.blocked_from) < Date.parse(second.blocked_until) &&
          Date.parse(second.blocked_from) < Date.parse(first.blocked_until),
      )
      .map((second) => ({
        rule: 'double bookings',
        about: label(first.id),
        expected: 'a time of its own',
        seen: `overlaps ${label(second.id)}, ${second.starts_at}`,
      })),
  );
};
