import { z } from 'zod';
import type { LiveMeeting, WantedMeeting } from '../provider.ts';

/** A Teams link comes with its event or within seconds; what has none after this long gets none. */
const LINK_WITHIN_MS = 10 * 60_000;

/** Local times with seven fractional digits and no offset; UTC, since every call asks for it. */
const moment = z
  .object({ dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?$/), timeZone: z.literal('UTC') })
  .transform(({ dateTime }) => Date.parse(`${dateTime.slice(0, 19)}Z`));

/** What we use of an event. */
export const eventAnswer = z.object({
  id: z.string().min(1),
  '@odata.etag': z.string().optional(),
  start: moment,
  end: moment,
  createdDateTime: z.string().transform(Date.parse).optional(),
  isAllDay: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeetingProvider: z.string().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string().optional() })).optional(),
});

export type EventAnswer = z.infer<typeof eventAnswer>;

/** The fields of an event that `eventAnswer` reads. */
export const SELECT =
  'id,start,end,isAllDay,createdDateTime,isCancelled,isOnlineMeeting,onlineMeetingProvider,onlineMeeting';

/** The event as a meeting; null where it is cancelled. `now` in epoch ms. */
export function asMeeting(event: EventAnswer, now: number = Date.now()): LiveMeeting | null {
  const { id, start, end, isAllDay, createdDateTime, isCancelled, onlineMeeting } = event;
  if (isCancelled === true) return null;
  const link = onlineMeeting?.joinUrl;
  const joinUrl = link?.startsWith('https://') ? link : null;
  return {
    id,
    startsAt: start,
    endsAt: end,
    ...(isAllDay === true ? { timeless: true } : {}),
    joinUrl,
    linkExpected: joinUrl !== null || isLinkBeingMade(event, now),
    ...(createdDateTime === undefined ? {} : { createdAt: createdDateTime }),
  };
}

/** The fields of an event that follow the booking. Its body is never sent again: the Teams meeting lives in there. */
export function fieldsOf({ title, startsAt, endsAt }: WantedMeeting) {
  return { subject: title, start: utc(startsAt), end: utc(endsAt), isAllDay: false };
}

function utc(at: number): { dateTime: string; timeZone: 'UTC' } {
  return { dateTime: new Date(at).toISOString().slice(0, 19), timeZone: 'UTC' };
}

/** Personal accounts and accounts without a Teams licence get an event that is no online meeting, or of no provider. */
function isLinkBeingMade({ isOnlineMeeting, onlineMeetingProvider, createdDateTime }: EventAnswer, now: number) {
  const possible = isOnlineMeeting === true && onlineMeetingProvider !== 'unknown';
  return possible && now - (createdDateTime ?? now) < LINK_WITHIN_MS;
}
