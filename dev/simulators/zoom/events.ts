import { createHmac, randomUUID } from 'node:crypto';
import type { SimAccount } from '../core/accounts.ts';
import type { Notification } from '#dev/simulators/core/notifications.ts';
import type { Site } from '../core/simulator.ts';
import type { Installations } from './installations.ts';
import { joinUrlOf, numberOf, timesOf, type ZoomMeeting } from './meeting.ts';
import { isBasic, zoomAccountId } from './users.ts';

/** The webhook events of our app's subscription; they fire for our own API calls as well as for the host's hand. */
export interface Events {
  updated(host: SimAccount, before: ZoomMeeting, after: ZoomMeeting): Notification[];
  deleted(host: SimAccount, meeting: ZoomMeeting): Notification[];
  recovered(host: SimAccount, meeting: ZoomMeeting): Notification[];
  deauthorized(account: SimAccount): Notification[];
}

export function createEvents(site: Site, installations: Installations, mayDeliver: () => boolean): Events {
  const { state } = site;
  const send = (host: SimAccount, meeting: ZoomMeeting, event: string, more: object): Notification[] => {
    if (!installations.has(host.id) || !mayDeliver()) return [];
    const payload = { account_id: zoomAccountId(host), operator: host.email, operator_id: host.id, ...more };
    return [notificationOf(site, event, { event, event_ts: Date.now(), payload }, host.id, String(meeting.id))];
  };
  // Zoom lists these two events for paid plans only.
  const paid = (host: SimAccount, ...rest: [ZoomMeeting, string, object]) =>
    isBasic(state, host) ? [] : send(host, ...rest);
  return {
    updated: (host, before, after) => {
      const [old, now] = [eventObject(before), eventObject(after)];
      const changed = Object.keys(now).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(old[key]));
      const pick = (object: Record<string, unknown>) =>
        Object.fromEntries(['id', ...changed].map((key) => [key, object[key]]));
      const more = { object: pick(now), old_object: pick(old), time_stamp: Date.now() };
      return changed.length === 0 ? [] : paid(host, after, 'meeting.updated', more);
    },
    deleted: (host, meeting) => paid(host, meeting, 'meeting.deleted', { operation: 'all', object: identity(meeting) }),
    recovered: (host, meeting) =>
      send(host, meeting, 'meeting.recovered', { operation: 'all', object: identity(meeting) }),
    deauthorized: (account) => {
      const body = { event: 'app_deauthorized', payload: deauthorization(site, account) };
      return mayDeliver() ? [notificationOf(site, 'app_deauthorized', body, account.id)] : [];
    },
  };
}

const identity = (meeting: ZoomMeeting) => ({
  uuid: meeting.uuid,
  id: numberOf(meeting),
  host_id: meeting.hostId,
  topic: meeting.topic,
  type: meeting.type,
  ...timesOf(meeting),
  timezone: meeting.timezone,
});

const eventObject = (meeting: ZoomMeeting): Record<string, unknown> => ({
  ...identity(meeting),
  join_url: joinUrlOf(meeting),
  password: meeting.password,
  agenda: meeting.agenda,
  settings: meeting.settings,
});

/** As in Zoom's own example, whose `event_ts` is a text although the schema says number. */
function deauthorization({ client }: Site, account: SimAccount) {
  const now = new Date().toISOString();
  return {
    account_id: zoomAccountId(account),
    user_id: account.id,
    signature: createHmac('sha256', client.secret).update(account.id).digest('hex'),
    deauthorization_time: now,
    client_id: client.id,
    event_ts: now.slice(0, 19).replace('T', ' '),
  };
}

/** `x-zm-signature`: v0= and the hex HMAC-SHA256 of `v0:{timestamp}:{raw body}`. */
export function signedHeaders(secret: string, body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Zoom Marketplace/1.0a',
    'x-zm-request-timestamp': timestamp,
    'x-zm-signature': `v0=${signature}`,
    'x-zm-request-id': randomUUID().replaceAll('-', '_'),
  };
}

function notificationOf(site: Site, kind: string, event: object, lane: string, meetingId?: string): Notification {
  const body = JSON.stringify(event);
  const headers = signedHeaders(site.client.webhookSecret ?? '', body);
  return { lane, kind, ...(meetingId === undefined ? {} : { meetingId }), url: site.webhookUrl, headers, body };
}
