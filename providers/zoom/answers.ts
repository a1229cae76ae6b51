import { z } from 'zod';
import type { LiveMeeting } from '../provider.ts';

const instant = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) context.addIssue({ code: 'custom', message: 'must be an instant' });
  return at;
});

/** Zoom's meeting ids are 64-bit integers, in some texts strings. */
export const meetingId = z.union([z.int().transform(String), z.string().regex(/^\d+$/)]);

/** A meeting as created, read and listed. Times are UTC, durations minutes. */
export const meetingAnswer = z
  .object({
    id: meetingId,
    /** Missing where the host made it a recurring meeting without a fixed time. */
    start_time: instant.optional(),
    duration: z.number().int().positive().optional(),
    join_url: z.url().optional(),
    created_at: instant.optional().catch(undefined),
  })
  .transform(({ id, start_time = 0, duration = 0, join_url, created_at }): LiveMeeting => ({
    id,
    startsAt: start_time,
    endsAt: start_time + duration * 60_000,
    ...(start_time === 0 || duration === 0 ? { timeless: true } : {}),
    joinUrl: join_url?.startsWith('https://') ? join_url : null,
    linkExpected: true,
    ...(created_at === undefined ? {} : { createdAt: created_at }),
  }));

/** Meetings stay unparsed here: most are not ours. */
export const pageAnswer = z.object({
  meetings: z.array(z.unknown()),
  next_page_token: z.string().default(''),
});

export const userAnswer = z.object({ id: z.string().min(1), email: z.string().min(1) });
