import { z } from 'zod';
import { readJson } from '#providers/json-text.ts';
import type { Notification, NotificationAnswer, RawRequest } from '#providers/provider.ts';
import { sha256 } from '#sha256';
import { meetingId } from './answers.ts';
import { answerChallenge, isSigned } from './signature.ts';

const MEETING_EVENTS = new Map<string, Notification['what']>([
  ['meeting.updated', 'changed'],
  ['meeting.deleted', 'deleted'],
  ['meeting.permanently_deleted', 'deleted'],
  ['meeting.recovered', 'recovered'],
]);

const eventBody = z.object({ event: z.string(), payload: z.unknown() });
const challengePayload = z.object({ plainToken: z.string().min(1).max(200) });
const meetingPayload = z.object({ object: z.object({ id: meetingId, host_id: z.string().optional() }) });
const deauthorizedPayload = z.object({ user_id: z.string().min(1) });

/**
 * Answers Zoom's webhook call. Everything must be signed, the challenge too; events we do not know are taken and
 * ignored, since Zoom adds new ones at will.
 */
export function answerNotification(
  secret: string | undefined,
  raw: RawRequest,
  now: number = Date.now(),
): NotificationAnswer {
  const signature = raw.headers['x-zm-signature'] ?? '';
  const timestamp = raw.headers['x-zm-request-timestamp'] ?? '';
  if (secret === undefined || !isSigned(signature, { secret, timestamp, body: raw.body }, now))
    return { kind: 'refused' };
  const event = eventBody.safeParse(readJson(raw.body));
  if (!event.success) return { kind: 'notifications', notifications: [] };
  if (event.data.event === 'endpoint.url_validation') return challenge(secret, event.data.payload);
  const about = subjectOf(event.data.event, event.data.payload);
  if (about === null) return { kind: 'notifications', notifications: [] };
  return { kind: 'notifications', notifications: [{ ...about, dedupeKey: keyOf(raw.body) }] };
}

function challenge(secret: string, payload: unknown): NotificationAnswer {
  const asked = challengePayload.safeParse(payload);
  if (!asked.success) return { kind: 'refused' };
  return { kind: 'challenge', type: 'application/json', body: answerChallenge(secret, asked.data.plainToken) };
}

function subjectOf(event: string, payload: unknown): Omit<Notification, 'dedupeKey'> | null {
  if (event === 'app_deauthorized') {
    const gone = deauthorizedPayload.safeParse(payload);
    return gone.success ? { what: 'deauthorized', accountId: gone.data.user_id } : null;
  }
  const what = MEETING_EVENTS.get(event);
  const about = meetingPayload.safeParse(payload);
  if (what === undefined || !about.success) return null;
  const { id, host_id: host } = about.data.object;
  return { what, meetingId: id, ...(host === undefined ? {} : { accountId: host }) };
}

/** A repeated notification has the same body, the time of the event included; whether it keeps its request id is not documented. */
const keyOf = (body: Buffer) => sha256(body);
