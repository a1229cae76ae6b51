import { z } from 'zod';
import { jsonOf, type Call } from '../core/call.ts';
import { refused } from './graph-error.ts';

const moment = z.object({
  dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/),
  timeZone: z.literal('UTC'),
});

const property = z.object({ id: z.string().regex(/^String \{[0-9A-Fa-f-]{36}\} Name \S+$/), value: z.string() });

/** What an app may write of an event, as far as it is simulated: times in UTC, no attendees, no recurrence. */
const eventBody = z.object({
  subject: z.string().max(255).optional(),
  body: z.object({ contentType: z.string().optional(), content: z.string().nullish() }).optional(),
  start: moment.optional(),
  end: moment.optional(),
  isAllDay: z.boolean().optional(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeetingProvider: z.string().nullish(),
  transactionId: z.string().nullish(),
  singleValueExtendedProperties: z.array(property).optional(),
});

export type EventBody = z.infer<typeof eventBody>;
export type Property = z.infer<typeof property>;

export interface Times {
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** @throws Refused 400 */
export function readEventBody(call: Call): EventBody {
  const read = eventBody.safeParse(jsonOf(call));
  if (read.success) return read.data;
  throw refused(400, 'ErrorInvalidRequest', `Invalid value: ${read.error.issues[0]?.path.join('.') ?? 'event'}`);
}

/** The event's times, where the body leaves one out those it has. @throws Refused 400 */
export function timesOf({ start, end }: EventBody, before?: Times): Times {
  const startsAt = start === undefined ? before?.startsAt : instant(start.dateTime);
  const endsAt = end === undefined ? before?.endsAt : instant(end.dateTime);
  if (startsAt === undefined || endsAt === undefined)
    throw refused(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.');
  if (endsAt < startsAt)
    throw refused(400, 'ErrorCalendarEndDateIsEarlierThanStartDate', 'EndDate is earlier than StartDate');
  return { startsAt, endsAt };
}

function instant(text: string): number {
  return Date.parse(text.endsWith('Z') ? text : `${text}Z`);
}
