import { z } from 'zod';
import { jsonOf, type Call } from '../core/call.ts';
import { refused } from './google-error.ts';

const moment = z.object({
  dateTime: z.iso.datetime({ offset: true }).nullish(),
  date: z.iso.date().nullish(),
  timeZone: z.string().nullish(),
});

const properties = z.record(z.string().max(44), z.string().max(1_024));

/** What an app may write of an event, as far as it is simulated. */
const fields = z.object({
  summary: z.string().optional(),
  description: z.string().optional(),
  start: moment,
  end: moment,
  extendedProperties: z.object({ private: properties.optional(), shared: properties.optional() }).optional(),
});

const conferenceData = z.object({
  createRequest: z
    .object({ requestId: z.string().min(1), conferenceSolutionKey: z.object({ type: z.string() }).optional() })
    .optional(),
});

const eventBody = fields.partial().extend({
  id: z.string().optional(),
  conferenceData: conferenceData.nullish(),
});

export type Moment = z.infer<typeof moment>;
export type EventFields = z.infer<typeof fields>;
export type EventBody = z.infer<typeof eventBody>;

/** @throws Refused 400 */
export function readEventBody(call: Call): EventBody {
  const read = eventBody.safeParse(jsonOf(call));
  if (read.success) return read.data;
  throw refused(400, 'invalid', `Invalid value for: ${read.error.issues[0]?.path.join('.') ?? 'event'}`);
}

/** The fields of an event to be stored: merged, without what a null removes. @throws Refused 400 for times that are none */
export function mergedFields(
  before: Partial<EventFields>,
  { id: _id, conferenceData: _data, ...body }: EventBody,
): EventFields {
  const merged = merge(before, body) as Partial<EventFields>;
  const { start, end } = merged;
  if (start === undefined) throw refused(400, 'required', 'Missing start time.');
  if (end === undefined) throw refused(400, 'required', 'Missing end time.');
  if (!isOneMoment(start)) throw refused(400, 'invalid', 'Invalid start time.');
  if (!isOneMoment(end)) throw refused(400, 'invalid', 'Invalid end time.');
  const [from, to] = [start, end].map(({ dateTime, date }) => Date.parse(dateTime ?? date ?? ''));
  if (!(Number(from) <= Number(to))) throw refused(400, 'timeRangeEmpty', 'The specified time range is empty.');
  return { ...merged, start, end };
}

/** Either a day or an instant. */
function isOneMoment({ dateTime, date }: Moment): boolean {
  return (typeof dateTime === 'string') !== (typeof date === 'string');
}

/** Google's patch: objects are merged, everything else is replaced, null removes. */
function merge(before: unknown, patch: unknown): unknown {
  if (!isPlain(patch)) return patch;
  const result: Record<string, unknown> = isPlain(before) ? { ...before } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null || value === undefined) delete result[name];
    else result[name] = merge(result[name], value);
  }
  return result;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
