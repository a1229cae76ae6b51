import { z } from 'zod';
import type { LiveMeeting, WantedMeeting } from '../provider.ts';

const moment = z.union([
  z
    .object({ dateTime: z.string().transform(Date.parse).pipe(z.number()) })
    .transform(({ dateTime }) => ({ at: dateTime, allDay: false })),
  // The host made it an all-day event: a day of UTC, since Google does not say of which zone.
  z.object({ date: z.iso.date() }).transform(({ date }) => ({ at: Date.parse(date), allDay: true })),
]);

const conferenceData = z.object({
  entryPoints: z.array(z.object({ entryPointType: z.string(), uri: z.string().optional() })).default([]),
  createRequest: z.object({ status: z.object({ statusCode: z.string() }).optional() }).optional(),
});

/** What we use of an event. Only `id` is certain once it is cancelled. */
export const eventAnswer = z.object({
  id: z.string(),
  etag: z.string().optional(),
  status: z.string().default('confirmed'),
  start: moment.optional(),
  end: moment.optional(),
  created: z.string().transform(Date.parse).optional(),
  updated: z.string().optional(),
  hangoutLink: z.string().optional(),
  conferenceData: conferenceData.optional(),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).default({}) }).optional(),
});

export type EventAnswer = z.infer<typeof eventAnswer>;

/** The event as a meeting; null where it is cancelled, which is how Google shows deleted events for a while. */
export function asMeeting(event: EventAnswer): LiveMeeting | null {
  const { id, status, start, end, created } = event;
  if (status === 'cancelled' || start === undefined || end === undefined) return null;
  const joinUrl = linkOf(event);
  return {
    id,
    startsAt: start.at,
    endsAt: end.at,
    ...(start.allDay ? { timeless: true } : {}),
    joinUrl,
    linkExpected: joinUrl !== null || isLinkBeingMade(event),
    ...(created === undefined ? {} : { createdAt: created }),
  };
}

/** The fields of an event that follow the booking. */
export function fieldsOf({ title, startsAt, endsAt, timeZone }: WantedMeeting) {
  return {
    summary: title,
    start: { dateTime: new Date(startsAt).toISOString(), timeZone },
    end: { dateTime: new Date(endsAt).toISOString(), timeZone },
  };
}

function linkOf({ hangoutLink, conferenceData }: EventAnswer): string | null {
  const video = conferenceData?.entryPoints.find(({ entryPointType }) => entryPointType === 'video');
  const link = hangoutLink ?? video?.uri;
  return link !== undefined && link.startsWith('https://') ? link : null;
}

/** A conference is made behind the insert; without a request, or after a failure, no link will come. */
function isLinkBeingMade({ conferenceData }: EventAnswer): boolean {
  const status = conferenceData?.createRequest?.status?.statusCode;
  return status === 'pending' || status === 'success';
}
