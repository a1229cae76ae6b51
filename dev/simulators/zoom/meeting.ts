import { randomBytes, randomInt } from 'node:crypto';
import type { SimAccount } from '../core/accounts.ts';
import { markerIn } from '../core/call.ts';
import type { SimMeeting } from '../core/simulator.ts';
import type { MeetingBody } from './meeting-body.ts';

/** A meeting as Zoom keeps it. Times in epoch ms, `duration` in minutes. */
export interface ZoomMeeting {
  readonly id: number;
  readonly uuid: string;
  readonly hostId: string;
  readonly topic: string;
  readonly agenda: string;
  readonly type: number;
  readonly startsAt: number;
  readonly duration: number;
  readonly timezone: string;
  readonly password: string;
  readonly linkSecret: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  readonly deletedAt: number | null;
}

/** The type of a recurring meeting without a fixed time. */
export const NO_FIXED_TIME = 3;

const DEFAULT_SETTINGS = {
  host_video: false,
  participant_video: false,
  join_before_host: false,
  jbh_time: 0,
  mute_upon_entry: false,
  use_pmi: false,
  approval_type: 2,
  audio: 'both',
  auto_recording: 'none',
  waiting_room: false,
  email_notification: true,
  alternative_hosts: '',
  alternative_hosts_email_notification: true,
  private_meeting: false,
  push_change_to_calendar: false,
};

/** A new meeting of `host`; meeting numbers have 11 digits, more than 32 bits hold. */
export function newMeeting(host: SimAccount, zone: string, body: MeetingBody, isTaken: (id: number) => boolean) {
  let id = randomInt(70_000_000_000, 99_999_999_999);
  while (isTaken(id)) id += 1;
  const meeting: ZoomMeeting = {
    id,
    uuid: randomBytes(16).toString('base64'),
    hostId: host.id,
    topic: body.topic ?? 'Zoom Meeting',
    agenda: body.agenda ?? '',
    type: body.type ?? 2,
    startsAt: body.startsAt ?? Date.now(),
    duration: body.duration ?? 60,
    timezone: body.timezone ?? zone,
    password: body.password ?? (body.default_password === false ? '' : randomBytes(4).toString('hex').slice(0, 6)),
    linkSecret: `${randomBytes(22).toString('base64url').slice(0, 30)}.1`,
    settings: { ...DEFAULT_SETTINGS, ...body.settings },
    createdAt: Date.now(),
    deletedAt: null,
  };
  return meeting;
}

/** What a PATCH changes. A start that is past is left out without a word, as Zoom does, and so is one without a use. */
export function changedBy(meeting: ZoomMeeting, body: MeetingBody): ZoomMeeting {
  const { startsAt = 0 } = body;
  return {
    ...meeting,
    topic: body.topic ?? meeting.topic,
    agenda: body.agenda ?? meeting.agenda,
    type: body.type ?? meeting.type,
    startsAt: startsAt > Date.now() ? startsAt : meeting.startsAt,
    duration: body.duration ?? meeting.duration,
    timezone: body.timezone ?? meeting.timezone,
    password: body.password ?? meeting.password,
    settings: { ...meeting.settings, ...body.settings },
  };
}

const ten = (id: string) => Number.parseInt(Buffer.from(id).toString('hex').slice(0, 10), 16);

/** The account's personal meeting number. */
export const pmiOf = (hostId: string): number => 1_000_000_000 + (ten(hostId) % 9_000_000_000);

/** The number shown outside: the personal one where the meeting uses it. */
export const numberOf = (meeting: ZoomMeeting): number =>
  meeting.settings['use_pmi'] === true ? pmiOf(meeting.hostId) : meeting.id;

export const joinUrlOf = (meeting: ZoomMeeting): string =>
  `https://us05web.zoom.us/j/${numberOf(meeting)}?pwd=${meeting.linkSecret}`;

/** An instant the way Zoom writes it: whole seconds, UTC. */
export const zoomTime = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** What Zoom says of a meeting's time: nothing of one without a fixed time. */
export const timesOf = ({ type, startsAt, duration }: ZoomMeeting) =>
  type === NO_FIXED_TIME ? { duration } : { start_time: zoomTime(startsAt), duration };

export const endsAt = (meeting: ZoomMeeting): number => meeting.startsAt + meeting.duration * 60_000;

/** The meeting as the control surface shows it. */
export const simMeeting = (meeting: ZoomMeeting): SimMeeting => ({
  id: String(meeting.id),
  accountId: meeting.hostId,
  startsAt: new Date(meeting.startsAt).toISOString(),
  endsAt: new Date(endsAt(meeting)).toISOString(),
  title: meeting.topic,
  marker: markerIn(meeting.agenda),
  joinUrl: joinUrlOf(meeting),
});
