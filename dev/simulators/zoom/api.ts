import type { SimAccount } from '../core/accounts.ts';
import { jsonOf, markerIn, param, type Call, type Outcome, type Route } from '../core/call.ts';
import { bearerOf } from '../core/oauth.ts';
import type { Site, SimulatorState } from '../core/simulator.ts';
import type { DailyCap } from './daily-cap.ts';
import { badFields, badToken, lacksScope, noSuchMeeting, noSuchUser } from './errors.ts';
import { fullAnswer, listAnswer } from './meeting-answers.ts';
import { readMeetingBody } from './meeting-body.ts';
import { changedBy, newMeeting, type ZoomMeeting } from './meeting.ts';
import type { Meetings } from './meetings.ts';
import { currentScopes, type ZoomScope } from './scopes.ts';
import { userAnswer, zoneOf } from './users.ts';

const TOKEN_PROBLEMS = {
  missing: 'Invalid access token.',
  unknown: 'Invalid access token.',
  expired: 'Access token has expired.',
} as const;

/** Zoom's REST API, as far as a user-level app with our scopes uses it. */
export function apiRoutes({ state }: Site, meetings: Meetings, cap: DailyCap): Route<SimAccount>[] {
  const one = '/v2/meetings/:meetingId';
  const mine = '/v2/users/:userId/meetings';
  return [
    {
      method: 'GET',
      path: '/v2/users/:userId',
      operation: 'identify',
      guard: requires(state, 'user:read:user'),
      handle: (call, host) => {
        onlyMe(call);
        return { status: 200, body: userAnswer(state, host) };
      },
    },
    {
      method: 'POST',
      path: mine,
      operation: 'create',
      guard: requires(state, 'meeting:write:meeting'),
      handle: (call, host) => create(state, meetings, cap, call, host),
    },
    {
      method: 'GET',
      path: mine,
      operation: 'list',
      guard: requires(state, 'meeting:read:list_meetings'),
      handle: (call, host) => list(state, meetings, call, host),
    },
    {
      method: 'GET',
      path: one,
      operation: 'get',
      guard: requires(state, 'meeting:read:meeting'),
      handle: (call, host) => ({ status: 200, body: fullAnswer(ownMeeting(meetings, call, host), host) }),
    },
    {
      method: 'PATCH',
      path: one,
      operation: 'update',
      guard: requires(state, 'meeting:update:meeting'),
      handle: (call, host) => {
        const meeting = ownMeeting(meetings, call, host);
        const after = changedBy(meeting, readMeetingBody(call, zoneOf(state, host)));
        cap.count(host);
        return { status: 204, change: 'updated', notifications: meetings.update(meeting, after) };
      },
    },
    {
      method: 'DELETE',
      path: one,
      operation: 'delete',
      guard: requires(state, 'meeting:delete:meeting'),
      handle: (call, host) => ({
        status: 204,
        change: 'deleted',
        notifications: meetings.remove(ownMeeting(meetings, call, host)),
      }),
    },
  ];
}

/** Lets in a live token that has the scope. */
function requires(state: SimulatorState, scope: ZoomScope) {
  return (call: Call): SimAccount => {
    note(call);
    if (call.query.has('access_token')) throw badToken('this access token is not supported as query parameter string');
    const bearer = bearerOf(state, call);
    if ('problem' in bearer) throw badToken(TOKEN_PROBLEMS[bearer.problem]);
    const { account, token } = bearer;
    if (!token.scopes.includes(scope) || !currentScopes(state, account).includes(scope)) throw lacksScope(scope);
    return account;
  };
}

function note(call: Call): void {
  const { agenda } = (jsonOf(call) ?? {}) as { agenda?: unknown };
  const marker = typeof agenda === 'string' ? markerIn(agenda) : null;
  if (marker !== null) call.about.marker = marker;
  if (param(call, 'meetingId') !== '') call.about.meetingId = param(call, 'meetingId');
}

function create(state: SimulatorState, meetings: Meetings, cap: DailyCap, call: Call, host: SimAccount): Outcome {
  onlyMe(call);
  const zone = zoneOf(state, host);
  const meeting = newMeeting(host, zone, readMeetingBody(call, zone), meetings.isTaken);
  cap.count(host);
  meetings.create(meeting);
  call.about.meetingId = String(meeting.id);
  return { status: 201, change: 'created', body: fullAnswer(meeting, host) };
}

/** Trait `listLagMs`: how long a new meeting stays out of lists. */
function list(state: SimulatorState, meetings: Meetings, call: Call, host: SimAccount): Outcome {
  onlyMe(call);
  const now = Date.now();
  const lag = state.accounts.trait(host.id, 'listLagMs', 0);
  const own = meetings.live().filter(({ hostId, createdAt }) => hostId === host.id && createdAt <= now - lag);
  const body = listAnswer(own, call.query, now);
  if (body === null) throw badFields(['type', 'page_size', 'next_page_token']);
  return { status: 200, body };
}

/** Other people's meetings do not exist for a user-level app. */
function ownMeeting(meetings: Meetings, call: Call, host: SimAccount): ZoomMeeting {
  const id = param(call, 'meetingId');
  const found = meetings.find(id);
  if (found?.hostId !== host.id) throw noSuchMeeting(id);
  return found;
}

function onlyMe(call: Call): void {
  const id = param(call, 'userId');
  if (id !== 'me') throw noSuchUser(id);
}
