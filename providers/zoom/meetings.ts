import type { Config } from '#config';
import { sharedLimits } from '../bounded-fetch.ts';
import { type Api, callApi, nothing } from '../http.ts';
import type { Access, Account, LiveMeeting, WantedMeeting } from '../provider.ts';
import { orNullWhenGone } from '../when-gone.ts';
import { zoomError } from './errors.ts';
import { manifest } from './manifest.ts';
import { agendaWith } from './marker.ts';
import { meetingAnswer, SCHEDULED, userAnswer } from './answers.ts';

export type ZoomApi = Api & { readonly base: string };

export function createZoomApi(config: Config): ZoomApi {
  return {
    name: manifest.name,
    timeoutMs: config.HTTP_TIMEOUT_MS,
    errorOf: (refusal) => zoomError(refusal),
    base: `${config.ZOOM_API_URL}/v2`,
  };
}

/** The connected user. Its id is the account's key: it is what `app_deauthorized` and meetings' `host_id` carry. */
export async function identify(api: ZoomApi, access: Omit<Access, 'accountId'>): Promise<Account> {
  const user = await callApi(api, { method: 'GET', url: urlOf(api, '/users/me'), access, answer: userAnswer });
  return { accountId: user.id, email: user.email };
}

/** Zoom knows no idempotency key: after an unknown outcome `findByMarker` comes before the next attempt. */
export async function createMeeting(
  api: ZoomApi,
  access: Access,
  wanted: WantedMeeting & { readonly marker: string },
): Promise<LiveMeeting> {
  return callApi(api, {
    method: 'POST',
    url: urlOf(api, '/users/me/meetings'),
    access,
    body: {
      ...bodyOf(wanted),
      type: SCHEDULED,
      agenda: agendaWith(wanted.marker, wanted.description),
      // A personal meeting id would be one room for all bookings, and notifications would carry it instead of the meeting's.
      settings: { use_pmi: false },
    },
    answer: meetingAnswer,
  });
}

export async function getMeeting(api: ZoomApi, access: Access, id: string): Promise<LiveMeeting | null> {
  return orNullWhenGone(callApi(api, { method: 'GET', url: meetingUrl(api, id), access, answer: meetingAnswer }));
}

/** Zoom answers a change with 204 and silently ignores starts in the past: the truth is read afterwards. */
export async function updateMeeting(
  one: ZoomApi,
  access: Access,
  id: string,
  wanted: WantedMeeting,
): Promise<LiveMeeting | null> {
  const api = sharedLimits(one);
  const patch = callApi(api, {
    method: 'PATCH',
    url: meetingUrl(api, id),
    access,
    body: bodyOf(wanted),
    answer: nothing,
  });
  return (await orNullWhenGone(patch)) === null ? null : getMeeting(api, access, id);
}

export async function deleteMeeting(api: ZoomApi, access: Access, id: string): Promise<void> {
  // Our mails tell of the cancellation; without the parameter Zoom may send its own.
  const url = meetingUrl(api, id, { schedule_for_reminder: 'false' });
  await orNullWhenGone(callApi(api, { method: 'DELETE', url, access, answer: nothing }));
}

function bodyOf({ title, startsAt, endsAt, timeZone }: WantedMeeting) {
  return {
    topic: title,
    start_time: new Date(startsAt).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    duration: Math.ceil((endsAt - startsAt) / 60_000),
    timezone: timeZone,
  };
}

function meetingUrl(api: ZoomApi, id: string, query: Record<string, string> = {}): URL {
  return urlOf(api, `/meetings/${encodeURIComponent(id)}`, query);
}

/** An address of Zoom's API. */
export function urlOf({ base }: ZoomApi, path: string, query: Record<string, string> = {}): URL {
  const url = new URL(`${base}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
