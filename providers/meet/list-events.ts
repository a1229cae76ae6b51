import { z } from 'zod';
import { ProviderError } from '../provider-error.ts';
import type { Access, Notification } from '../provider.ts';
import { type Calendar, callCalendar, EVENTS } from './calendar.ts';
import { eventAnswer, type EventAnswer } from './event.ts';
import { filterFor } from './marks.ts';

/** A page stays far below the size that one answer may have. */
const PAGE = '100';
const MOST_PAGES = 50;

const page = z.object({ items: z.array(eventAnswer).default([]), nextPageToken: z.string().optional() });

interface Asked {
  /** One meeting's marker; without it every event of this installation. */
  readonly marker?: string;
  /** Epoch ms; deleted events are included then. */
  readonly updatedSince?: number;
}

/** Events of ours; Google itself leaves the others out. */
export async function listOurs(calendar: Calendar, access: Access, asked: Asked): Promise<EventAnswer[]> {
  const query: Record<string, string> = {
    privateExtendedProperty: filterFor(calendar.deployment, asked.marker),
    maxResults: PAGE,
    ...(asked.updatedSince === undefined
      ? {}
      : { updatedMin: new Date(asked.updatedSince).toISOString(), showDeleted: 'true' }),
  };
  const found: EventAnswer[] = [];
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const answer = await callCalendar(calendar, access, { method: 'GET', path: EVENTS, query, answer: page });
    found.push(...answer.items);
    if (answer.nextPageToken === undefined) break;
    query['pageToken'] = answer.nextPageToken;
  }
  return found;
}

/**
 * Our events that changed or were deleted since `since` (epoch ms). Where that is too long ago for Google, every known
 * event counts as missed, to be read one by one.
 */
export async function listChanges(
  calendar: Calendar,
  access: Access,
  since: number,
  knownIds: readonly string[],
): Promise<Notification[]> {
  try {
    const events = await listOurs(calendar, access, { updatedSince: since });
    return events.map(({ id, status, updated }) => ({
      meetingId: id,
      dedupeKey: `${id}:${updated ?? since}`,
      what: status === 'cancelled' ? 'deleted' : 'changed',
    }));
  } catch (error) {
    if (!(error instanceof ProviderError) || error.facts.code !== 'list_outdated') throw error;
    return knownIds.map((id) => ({ meetingId: id, dedupeKey: `${id}:missed:${since}`, what: 'missed' }));
  }
}
