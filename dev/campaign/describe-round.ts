import type { Violation } from './judge/verdict.ts';
import { rowOf } from './judge/last-mails.ts';
import type { ReceivedMail } from './received-mail.ts';
import type { Observed, ObservedBooking } from './observed.ts';
import type { PlayedRound, Verdict } from './round.ts';

/** How to play a round again. */
export const replayCommand = (seed: number, round: number): string =>
  `npm run test:campaign -- --seed ${seed} --round ${round}`;

/** What happened in a round, told or not. */
export const describeRound = ({ plan, chronicle }: PlayedRound): string =>
  [`Round ${plan.round} of seed ${plan.seed}`, ...chronicle.lines.map((line) => `  ${line}`), ''].join('\n');

/** What people did, which faults struck, what was expected and what was seen, for people to read. */
export function describeViolations({ plan, chronicle }: PlayedRound, { observed, violations }: Verdict): string {
  const concerned = new Set(violations.flatMap(({ about }) => about.split(/\W/)[0] ?? []));
  const bookings = observed.bookings.filter(({ guest }) => concerned.has(guest.label));
  return [
    `Round ${plan.round} of seed ${plan.seed}; again: ${replayCommand(plan.seed, plan.round)}`,
    '',
    ...violations.map(told),
    '',
    'What happened',
    ...chronicle.lines.map((line) => `  ${line}`),
    ...bookings.flatMap((booking) => ['', ...bookingLines(booking, observed, chronicle.began)]),
    '',
  ].join('\n');
}

const told = ({ rule, about, expected, seen }: Violation): string =>
  `✗ ${rule}: ${about}\n    expected  ${expected}\n    seen      ${seen}`;

function bookingLines(booking: ObservedBooking, { calls }: Observed, began: number): string[] {
  const { guest, hostSees, events, conferences, mails, id } = booking;
  const since = (time: string | number) => `${((new Date(time).getTime() - began) / 1_000).toFixed(2).padStart(7)} s`;
  const markers = new Set(conferences.map(({ marker }) => marker));
  const meetings = new Set(conferences.map(({ provider_meeting_id }) => provider_meeting_id));
  const about = calls.filter(({ marker, meetingId }) => markers.has(marker ?? '') || meetings.has(meetingId ?? '-'));
  return [
    `Booking ${guest.label} (${id}): ${hostSees.status} at ${hostSees.startsAt}, link ${hostSees.conference.status}`,
    '  timeline',
    ...events.map(({ at, actor, kind, text }) => `    ${since(at)}  ${actor} ${kind}: ${text}`),
    '  meetings',
    ...conferences.map(({ state, marker, provider_meeting_id }) => `    ${state} ${provider_meeting_id} ${marker}`),
    '  calls',
    ...about.map(
      ({ startedAt, endedAt, operation, status, change, fault }) =>
        `    ${since(startedAt)} – ${endedAt === undefined ? '…' : since(endedAt)}  ${operation} ${status}, ${change}${fault === undefined ? '' : `, ${fault}`}`,
    ),
    '  mails queued',
    ...mails.map(
      ({ created_at, kind, recipient, cause, state }) =>
        `    ${since(created_at)}  ${kind} to the ${recipient} (${cause}): ${state}`,
    ),
    '  mails that came',
    ...[...booking.inbox.guest, ...booking.inbox.host]
      .toSorted((a, b) => a.at - b.at)
      .map((mail) => `    ${since(mail.at)}  ${mailLine(booking, mail)}`),
  ];
}

function mailLine(booking: ObservedBooking, mail: ReceivedMail): string {
  const { subject, messageId, digest, answered, entry } = mail;
  const row = rowOf(booking, mail);
  const file = entry === null ? '' : `, ${entry.method} ${entry.sequence} ${entry.startsAt} ${entry.url}`;
  const outcome = answered ? '' : ', answer lost';
  return `${row?.kind} to the ${row?.recipient}: "${subject}" ${messageId.slice(1, 14)} ${digest}${file}${outcome}`;
}
