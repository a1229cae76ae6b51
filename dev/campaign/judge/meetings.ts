import { pastedLink } from '../people.ts';
import type { ObservedBooking } from '../observed.ts';
import { DURATION_MS, TITLE } from '../cast.ts';
import { isOver, type Rule, sameInstant } from './verdict.ts';

const isWorking = ({ connection }: ObservedBooking): boolean => connection.status === 'connected';

/** One live meeting for a confirmed booking, none for one that is over, never two. */
export const judgeMeetings: Rule = ({ bookings }) =>
  bookings.flatMap((booking) => {
    const { status } = booking.hostSees;
    const expected = expectedMeetings(booking);
    if (expected.includes(booking.meetings.length)) return [];
    return [
      {
        rule: 'meetings',
        about: booking.guest.label,
        expected: `${expected.join(' or ')} live meeting(s) of a ${status} booking`,
        seen: booking.meetings.map(({ id, startsAt }) => `${id} at ${startsAt}`).join(', ') || 'none',
      },
    ];
  });

function expectedMeetings(booking: ObservedBooking): readonly number[] {
  const { status } = booking.hostSees;
  if (isOver(status)) {
    // Without access it stays there, and the host is told so.
    return isWorking(booking) && !wasAbandoned(booking) ? [0] : [0, 1];
  }
  const hasOwnLink = booking.row.manual_link !== null;
  return status === 'confirmed' && isWorking(booking) && !hasOwnLink ? [1] : [0, 1];
}

const wasAbandoned = ({ events }: ObservedBooking): boolean =>
  events.some(({ kind }) => kind === 'conference_abandoned');

/** No live meeting of ours that no booking knows of, or that is known under another state than live. */
export const judgeStrangers: Rule = ({ strangers, bookings }) => {
  const unknown = strangers.map(({ id, title }) => ({ about: 'all', seen: `${id} "${title}"` }));
  const misknown = bookings.flatMap(({ guest, meetings, conferences }) =>
    meetings.flatMap(({ id, marker }) => {
      const row = conferences.find((one) => one.marker === marker);
      const isKnown = row?.provider_meeting_id === id && ['live', 'ended', 'abandoned', 'deleting'].includes(row.state);
      return isKnown ? [] : [{ about: guest.label, seen: `${id}, known as ${row?.state} ${row?.provider_meeting_id}` }];
    }),
  );
  return [...unknown, ...misknown].map((one) => ({
    ...one,
    rule: 'strangers',
    expected: 'every meeting at the provider is known',
  }));
};

/** A confirmed booking shows the link of its meeting, or the one its host pasted; without one it says why. */
export const judgeLinks: Rule = ({ bookings }) =>
  bookings.flatMap((booking) => {
    const { conference, status } = booking.hostSees;
    if (status !== 'confirmed') return [];
    const about = booking.guest.label;
    const pasted = booking.row.manual_link !== null;
    const [meeting] = booking.meetings;
    const link = pasted ? pastedLink(about) : (meeting?.joinUrl ?? null);
    const seen = `${conference.status} ${conference.joinUrl}, ${conference.problem?.code ?? 'no problem'}`;
    if (pasted || isWorking(booking)) {
      if (conference.status === 'ready' && conference.joinUrl === link) return [];
      return [{ rule: 'links', about, expected: `ready ${link}`, seen }];
    }
    const saysWhy = conference.problem !== null || (conference.status === 'ready' && conference.joinUrl === link);
    return saysWhy ? [] : [{ rule: 'links', about, expected: 'a link that works, or why there is none', seen }];
  });

/** Booking and meeting agree on time and title, unless the booking could not follow and its host was told. */
export const judgeTimes: Rule = ({ bookings }) =>
  bookings.flatMap((booking) => {
    const { status, startsAt } = booking.hostSees;
    const about = booking.guest.label;
    if (status !== 'confirmed' || !isWorking(booking)) return [];
    return booking.meetings.flatMap((meeting) => {
      const title = `${TITLE} with ${booking.guest.client.name}`;
      const endsAt = new Date(Date.parse(startsAt) + DURATION_MS).toISOString();
      const isRight = sameInstant(meeting.startsAt, startsAt) && sameInstant(meeting.endsAt, endsAt);
      const row = booking.conferences.find(({ marker }) => marker === meeting.marker);
      const isTold = booking.mails.some(({ kind, state }) => kind === 'changed_at_provider' && state === 'sent');
      const isTolerated = sameInstant(row?.tolerated_starts_at ?? null, meeting.startsAt) && isTold;
      if (meeting.title === title && (isRight || isTolerated)) return [];
      const seen = `"${meeting.title}" at ${meeting.startsAt}–${meeting.endsAt}`;
      return [{ rule: 'times', about, expected: `"${title}" at ${startsAt}–${endsAt}`, seen }];
    });
  });
