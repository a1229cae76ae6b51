import type { SimAccount } from '../core/accounts.ts';
import type { Call, Outcome } from '../core/call.ts';
import { noteRead } from '../core/note-read.ts';
import type { Calendars } from './calendars.ts';
import { type EventRow, markerOf, ownerOf, shown, timeOf } from './events.ts';
import { apiError, refused } from './google-error.ts';

const DEFAULT_PAGE = 250;
const LARGEST_PAGE = 2_500;
/** Google forgets changes after a while; the trait `changesKeptMs` says when. */
const CHANGES_KEPT_MS = 28 * 86_400_000;
/** What may not stand beside `privateExtendedProperty`, or is not simulated. */
const UNKNOWN = ['syncToken', 'q', 'iCalUID', 'sharedExtendedProperty', 'eventTypes'];

/**
 * `events.list`, oldest first, as far as an app needs it that only looks for its own events. The trait `listLagMs` keeps
 * new events out of it for a while.
 */
export function listEvents({ state, events }: Calendars, call: Call, account: SimAccount): Outcome {
  const { query } = call;
  const unknown = UNKNOWN.find((name) => query.has(name));
  if (unknown !== undefined) throw refused(400, 'invalid', `Invalid parameter here: ${unknown}`);
  const updatedMin = instant(query, 'updatedMin');
  if (
    updatedMin !== null &&
    updatedMin < Date.now() - state.accounts.trait(account.id, 'changesKeptMs', CHANGES_KEPT_MS)
  )
    return apiError(410, {
      domain: 'calendar',
      reason: 'updatedMinTooLongAgo',
      message: 'The requested minimum modification time lies too far in the past.',
    });
  const shownAfter = Date.now() - state.accounts.trait(account.id, 'listLagMs', 0);
  const matching = events.of(account.id).filter((row) => row.created <= shownAfter && fits(row, query, updatedMin));
  noteRead(call, matching, markerOf);
  const size = Math.min(Number(query.get('maxResults') ?? DEFAULT_PAGE), LARGEST_PAGE);
  const from = Number(query.get('pageToken') ?? 0);
  if (!Number.isInteger(size) || size < 1 || !Number.isInteger(from)) throw refused(400, 'invalid', 'Invalid Value');
  const owner = ownerOf(state, account);
  const next = from + size < matching.length ? { nextPageToken: String(from + size) } : {};
  return {
    status: 200,
    body: {
      kind: 'calendar#events',
      etag: `"${events.of(account.id).length}"`,
      summary: account.email,
      updated: new Date().toISOString(),
      timeZone: owner.timeZone,
      accessRole: 'owner',
      defaultReminders: [],
      items: matching.slice(from, from + size).map((row) => shown(row, owner)),
      ...next,
    },
  };
}

/** With `updatedMin`, events deleted since then are always included. */
function fits(row: EventRow, query: URLSearchParams, updatedMin: number | null): boolean {
  if (row.status === 'cancelled' && query.get('showDeleted') !== 'true' && updatedMin === null) return false;
  if (updatedMin !== null && row.updated < updatedMin) return false;
  const [timeMin, timeMax] = [instant(query, 'timeMin'), instant(query, 'timeMax')];
  if (timeMin !== null && timeOf(row.fields.end) <= timeMin) return false;
  if (timeMax !== null && timeOf(row.fields.start) >= timeMax) return false;
  return query.getAll('privateExtendedProperty').every((wanted) => {
    const [name = '', ...value] = wanted.split('=');
    return row.fields.extendedProperties?.private?.[name] === value.join('=');
  });
}

function instant(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw refused(400, 'badRequest', 'Bad Request');
  return at;
}
