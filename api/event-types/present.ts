import { publicPage } from '#commands/bookings/links.ts';
import type { Config } from '#config';
import type { EventType as EventTypeRow } from '#db/entities/event-type.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import type { EventType } from './schema.ts';

/** An event type as its host sees it; `publicUrl` is made from the host's handle. */
export function presentEventType(row: EventTypeRow, handle: string, config: Config): EventType {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    description: row.description,
    durationMinutes: row.durationMinutes,
    slotIntervalMinutes: row.slotIntervalMinutes ?? null,
    bufferBeforeMinutes: row.bufferBeforeMinutes,
    bufferAfterMinutes: row.bufferAfterMinutes,
    minimumNoticeMinutes: row.minimumNoticeMinutes,
    bookingWindow: row.bookingWindow,
    maxPerDay: row.maxPerDay ?? null,
    location: withoutUndefined(row.location),
    requiresConfirmation: row.requiresConfirmation,
    holdMinutes: row.holdMinutes,
    reminderMinutes: [...row.reminderMinutes],
    questions: row.questions.map(({ options, ...question }) => ({
      ...question,
      ...(options && { options: [...options] }),
    })),
    published: row.published,
    archived: row.archivedAt != null,
    scheduleId: row.schedule,
    publicUrl: publicPage(config, handle, row.slug),
  };
}
