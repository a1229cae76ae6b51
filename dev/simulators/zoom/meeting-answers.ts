import type { SimAccount } from '../core/accounts.ts';
import { endsAt, joinUrlOf, numberOf, pmiOf, timesOf, zoomTime, type ZoomMeeting } from './meeting.ts';

/** A meeting as create and get answer it. */
export const fullAnswer = (meeting: ZoomMeeting, host: SimAccount) => ({
  ...listed(meeting),
  agenda: meeting.agenda,
  host_email: host.email,
  assistant_id: '',
  status: 'waiting',
  start_url: `https://us05web.zoom.us/s/${numberOf(meeting)}?zak=simulated`,
  password: meeting.password,
  h323_password: meeting.password,
  pstn_password: meeting.password,
  encrypted_password: meeting.linkSecret,
  settings: meeting.settings,
  creation_source: 'open_api',
  pre_schedule: false,
});

const listed = (meeting: ZoomMeeting) => ({
  uuid: meeting.uuid,
  id: meeting.id,
  host_id: meeting.hostId,
  topic: meeting.topic,
  type: meeting.type,
  ...timesOf(meeting),
  timezone: meeting.timezone,
  // The list cuts it; `fullAnswer` has all of it.
  agenda: meeting.agenda.slice(0, AGENDA_IN_LISTS),
  created_at: zoomTime(meeting.createdAt),
  join_url: joinUrlOf(meeting),
  ...(meeting.settings['use_pmi'] === true ? { pmi: String(pmiOf(meeting.hostId)) } : {}),
});

const AGENDA_IN_LISTS = 250;
const EXPIRES_AFTER_MS = 30 * 86_400_000;
const TOKEN_LIFE_MS = 15 * 60_000;

const KINDS: Readonly<Record<string, (meeting: ZoomMeeting, now: number) => boolean>> = {
  scheduled: (meeting, now) => meeting.type !== 1 && endsAt(meeting) + EXPIRES_AFTER_MS > now,
  live: () => false,
  upcoming: (meeting, now) => endsAt(meeting) > now,
  upcoming_meetings: (meeting, now) => endsAt(meeting) > now,
  previous_meetings: (meeting, now) => endsAt(meeting) <= now,
};

/** One page of a user's meetings, or null where type, size or page token is not one of Zoom's. */
export function listAnswer(meetings: readonly ZoomMeeting[], query: URLSearchParams, now: number): object | null {
  const isWanted = KINDS[query.get('type') ?? 'scheduled'];
  const size = Number(query.get('page_size') ?? 30);
  const start = offsetOf(query.get('next_page_token') ?? '', now);
  if (isWanted === undefined || start === null || !Number.isInteger(size) || size < 1 || size > 300) return null;
  const days = [query.get('from') ?? '', query.get('to') ?? '9999'];
  const found = meetings
    .filter((meeting) => isWanted(meeting, now))
    .filter(
      ({ startsAt }) => zoomTime(startsAt) >= (days[0] ?? '') && zoomTime(startsAt).slice(0, 10) <= (days[1] ?? ''),
    )
    .toSorted((a, b) => a.startsAt - b.startsAt || a.id - b.id);
  const end = start + size;
  return {
    page_count: Math.ceil(found.length / size),
    page_number: start / size + 1,
    page_size: size,
    total_records: found.length,
    next_page_token: end < found.length ? tokenOf(end, now) : '',
    meetings: found.slice(start, end).map(listed),
  };
}

const tokenOf = (offset: number, now: number) => Buffer.from(`${offset}/${now + TOKEN_LIFE_MS}`).toString('base64url');

function offsetOf(token: string, now: number): number | null {
  if (token === '') return 0;
  const [offset, expires] = Buffer.from(token, 'base64url').toString('utf8').split('/').map(Number);
  return Number.isInteger(offset) && (expires ?? 0) > now ? (offset ?? null) : null;
}
