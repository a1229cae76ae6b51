import type { SimAccount } from '../core/accounts.ts';
import { param, type Call, type Outcome, type Route } from '../core/call.ts';
import type { Calendars } from './calendars.ts';
import { calendarCaller } from './caller.ts';
import { type Conference, startConference, statusOf } from './conference.ts';
import { type EventBody, mergedFields, readEventBody } from './event-body.ts';
import { etagOf, type EventRow, markerOf, ownerOf, ownId, shown } from './events.ts';
import { refused } from './google-error.ts';
import { listEvents } from './list-events.ts';

const EVENTS = '/api/calendar/v3/calendars/:calendarId/events';
const EVENT = `${EVENTS}/:eventId`;

/** Events of a calendar; https://developers.google.com/workspace/calendar/api/v3/reference/events */
export function eventRoutes(calendars: Calendars): Route<SimAccount>[] {
  const guard = (call: Call) => calendarCaller(calendars.state, call);
  return [
    {
      method: 'POST',
      path: EVENTS,
      operation: 'create',
      guard,
      handle: (call, account) => insert(calendars, call, account),
    },
    {
      method: 'GET',
      path: EVENTS,
      operation: 'list',
      guard,
      handle: (call, account) => listEvents(calendars, call, account),
    },
    { method: 'GET', path: EVENT, operation: 'get', guard, handle: (call, account) => get(calendars, call, account) },
    {
      method: 'PATCH',
      path: EVENT,
      operation: 'update',
      guard,
      handle: (call, account) => patch(calendars, call, account),
    },
    {
      method: 'DELETE',
      path: EVENT,
      operation: 'delete',
      guard,
      handle: (call, account) => remove(calendars, call, account),
    },
  ];
}

function insert(calendars: Calendars, call: Call, account: SimAccount): Outcome {
  const { events, channels } = calendars;
  const body = readEventBody(call);
  const fields = mergedFields({}, body);
  const id = freeId(calendars, account, body.id);
  const conference = conferenceOf(calendars, call, account, body, null);
  const row = events.add({ id, accountId: account.id, fields, conference, isPrivate: false });
  note(call, row);
  return {
    status: 200,
    body: shown(row, ownerOf(calendars.state, account)),
    change: 'created',
    notifications: channels.push(account.id, row.id),
  };
}

/** @throws Refused 409 for an id that is or was in use; with the trait `collisions: "undetected"` Google may miss it. */
function freeId({ events, state }: Calendars, account: SimAccount, asked: string | undefined): string {
  if (asked === undefined) return ownId();
  if (!/^[a-v0-9]{5,1024}$/.test(asked)) throw refused(400, 'invalid', 'Invalid resource id value.');
  if (events.find(account.id, asked) === undefined) return asked;
  if (state.accounts.trait<string>(account.id, 'collisions', 'detected') === 'undetected') return ownId();
  throw refused(409, 'duplicate', 'The requested identifier already exists.');
}

/**
 * Without `conferenceDataVersion=1` Google ignores what is said of conferences. A request id that was used before, or
 * any while one is pending, changes nothing.
 */
function conferenceOf(
  { state }: Calendars,
  call: Call,
  account: SimAccount,
  { conferenceData }: EventBody,
  before: Conference | null,
): Conference | null {
  if (call.query.get('conferenceDataVersion') !== '1' || conferenceData === undefined) return before;
  if (conferenceData === null) return null;
  const { createRequest } = conferenceData;
  const stays = before !== null && (statusOf(before) === 'pending' || before.requestId === createRequest?.requestId);
  return createRequest === undefined || stays ? before : startConference(state.accounts, account.id, createRequest);
}

function get(calendars: Calendars, call: Call, account: SimAccount): Outcome {
  const row = found(calendars, call, account);
  return { status: 200, body: shown(row, ownerOf(calendars.state, account)) };
}

/** A cancelled event takes changes, but stays cancelled. */
function patch(calendars: Calendars, call: Call, account: SimAccount): Outcome {
  const row = found(calendars, call, account);
  const expected = call.headers['if-match'];
  if (expected !== undefined && expected !== '*' && expected !== etagOf(row))
    throw refused(412, 'conditionNotMet', 'Precondition Failed');
  const body = readEventBody(call);
  const fields = mergedFields(row.fields, body);
  const conference = conferenceOf(calendars, call, account, body, row.conference);
  const changed = calendars.events.change(row, { fields, conference });
  return {
    status: 200,
    body: shown(changed, ownerOf(calendars.state, account)),
    change: row.status === 'confirmed' ? 'updated' : 'none',
    notifications: calendars.channels.push(account.id, row.id),
  };
}

function remove(calendars: Calendars, call: Call, account: SimAccount): Outcome {
  const { events, channels } = calendars;
  const row = found(calendars, call, account);
  if (row.status === 'cancelled') throw refused(410, 'deleted', 'Resource has been deleted');
  events.change(row, { status: 'cancelled' });
  return { status: 204, change: 'deleted', notifications: channels.push(account.id, row.id) };
}

/** With the trait `readLagMs` an event cannot be found for so long after it was made: Google's copies lag a little. */
function found({ events, state }: Calendars, call: Call, account: SimAccount): EventRow {
  const row = events.find(account.id, param(call, 'eventId'));
  const shownAfter = Date.now() - state.accounts.trait(account.id, 'readLagMs', 0);
  if (row === undefined || row.created > shownAfter) throw refused(404, 'notFound', 'Not Found');
  note(call, row);
  return row;
}

function note(call: Call, row: EventRow): void {
  const marker = markerOf(row);
  call.about.meetingId = row.id;
  if (marker !== null) call.about.marker = marker;
}
