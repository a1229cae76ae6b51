import { z } from 'zod';
import type { LiveMeeting } from '../provider.ts';

const instant = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) context.addIssue({ code: 'custom', message: 'must be an instant' });
  return at;
});

/** The type of a meeting at one time. */
export const SCHEDULED = 2;

/** Zoom's meeting ids are 64-bit integers, in some texts strings. */
export const meetingId = z.union([z.int().transform(String), z.string().regex(/^\d+$/)]);

/** Missing or empty where the host made it a recurring meeting without a fixed time. */
const time = {
  start_time: z.union([z.literal('').transform(() => null), instant]).nullish(),
  duration: z.number().int().nonnegative().nullish(),
};

/** A meeting as created, read and listed. Times are UTC, durations minutes. */
export const meetingAnswer = z
  .object({
    id: meetingId,
    ...time,
    /** Of a recurring meeting with fixed times, which has no start of its own; soonest first. */
    occurrences: z.array(z.object({ ...time, status: z.string().optional() })).optional(),
    join_url: z.url().optional(),
    created_at: instant.optional().catch(undefined),
  })
  .transform(({ id, occurrences = [], join_url, created_at, ...own }): LiveMeeting => {
    const { start_time, duration } = own.start_time
      ? own
      : (occurrences.find(({ status }) => status !== 'deleted') ?? own);
    const startsAt = start_time ?? 0;
    return {
      id,
      startsAt,
      endsAt: startsAt + (duration ?? 0) * 60_000,
      ...(startsAt === 0 || !duration ? { timeless: true } : {}),
      joinUrl: join_url?.startsWith('https://') ? join_url : null,
      linkExpected: true,
      ...(created_at === undefined ? {} : { createdAt: created_at }),
    };
  });

/** Meetings stay unparsed here: most are not ours. */
export const pageAnswer = z.object({
  meetings: z.array(z.unknown()),
  next_page_token: z.string().default(''),
});

export const userAnswer = z.object({ id: z.string().min(1), email: z.string().min(1) });
