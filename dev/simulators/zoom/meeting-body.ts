import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { jsonOf, type Call } from '../core/call.ts';
import { badBody, badFields } from './errors.ts';

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

const fields = z.object({
  topic: z.string().max(200).optional(),
  agenda: z.string().max(2000).optional(),
  type: z.literal([1, 2, 3, 8, 10]).optional(),
  start_time: z.union([z.iso.datetime(), z.string().regex(LOCAL)]).optional(),
  duration: z.int().min(1).max(1440).optional(),
  timezone: z.string().refine(isZone).optional(),
  password: z.string().max(10).optional(),
  default_password: z.boolean().optional(),
  settings: z.looseObject({ use_pmi: z.boolean().optional() }).optional(),
});

/** The fields of a create or PATCH that were sent; `startsAt` in epoch ms. */
export type MeetingBody = Omit<z.infer<typeof fields>, 'start_time'> & { readonly startsAt?: number };

/**
 * Reads a meeting's body. A start without `Z` is local to `timezone`, else to the account's zone.
 * @throws Refused 400 with code 300
 */
export function readMeetingBody(call: Call, accountZone: string): MeetingBody {
  const json = jsonOf(call);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw badBody();
  const result = fields.safeParse(json);
  if (!result.success) throw badFields(result.error.issues.map(({ path }) => path.join('.')));
  const { start_time: start, ...body } = result.data;
  return start === undefined ? body : { ...body, startsAt: epochMs(start, body.timezone ?? accountZone) };
}

function epochMs(start: string, zone: string): number {
  if (!LOCAL.test(start)) return Math.floor(Date.parse(start) / 1000) * 1000;
  return Temporal.PlainDateTime.from(start).toZonedDateTime(zone).epochMilliseconds;
}

function isZone(zone: string): boolean {
  try {
    return Temporal.Now.zonedDateTimeISO(zone).timeZoneId !== '';
  } catch {
    return false;
  }
}
