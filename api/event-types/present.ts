import { publicPage } from '#commands/bookings/links.ts';
import type { Config } from '#config';
import { EventType as EventTypeRow } from '#db/entities/event-type.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { Problem } from '../problem.ts';
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
    furtherDurations: [...(row.furtherDurations ?? [])],
    slotIntervalMinutes: row.slotIntervalMinutes ?? null,
    bufferBeforeMinutes: row.bufferBeforeMinutes,
    bufferAfterMinutes: row.bufferAfterMinutes,
    minimumNoticeMinutes: row.minimumNoticeMinutes,
    changeNoticeMinutes: row.changeNoticeMinutes,
    requiresReason: row.requiresReason,
    thankYou: row.thankYou,
    redirectUrl: row.redirectUrl ?? null,
    redirectPassesDetails: row.redirectPassesDetails,
    confirmationLine: row.confirmationLine,
    followUpMinutes: row.followUpMinutes ?? null,
    followUpLine: row.followUpLine,
    bookingWindow: row.bookingWindow,
    maxPerDay: row.maxPerDay ?? null,
    maxPerWeek: row.maxPerWeek ?? null,
    maxPerMonth: row.maxPerMonth ?? null,
    location: withoutUndefined(row.location),
    furtherLocations: (row.furtherLocations ?? []).map(withoutUndefined),
    requiresConfirmation: row.requiresConfirmation,
    allowsGuests: row.allowsGuests,
    holdMinutes: row.holdMinutes,
    reminderMinutes: [...row.reminderMinutes],
    questions: row.questions.map(({ options, ...question }) => ({
      ...question,
      ...(options && { options: [...options] }),
    })),
    visibility: row.visibility,
    published: row.visibility !== 'off',
    archived: row.archivedAt != null,
    scheduleId: row.schedule,
    publicUrl: publicPage(config, handle, row.slug),
  };
}

/** An event type of this host. @throws Problem `not_found`, also for another host's */
export async function findEventType(em: Em, hostId: string, id: string): Promise<EventTypeRow> {
  const eventType = await em.findOne(EventTypeRow, { id, host: hostId });
  if (eventType === null) throw new Problem('not_found');
  return eventType;
}

/** The host's part of public addresses. */
export async function handleOf(em: Em, hostId: string): Promise<string> {
  return (await em.findOneOrFail(User, { id: hostId })).handle;
}
