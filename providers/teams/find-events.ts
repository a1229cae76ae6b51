import { z } from 'zod';
import type { Access, LiveMeeting, Notification } from '../provider.ts';
import { asMeeting, eventAnswer, type EventAnswer, SELECT } from './event.ts';
import { callGraph, EVENTS, eventPath, type Graph } from './graph.ts';
import { madeBy, markedAs, markerOf, WITH_MARKER } from './marks.ts';

/** A page stays far below the size that one answer may have. */
const PAGE = '250';
const MOST_PAGES = 40;

/** Every live event of the default calendar with our marker, oldest first; Graph itself leaves the others out. */
export async function findByMarker(graph: Graph, access: Access, marker: string): Promise<LiveMeeting[]> {
  const query = { $filter: markedAs(marker), $select: SELECT, $expand: WITH_MARKER };
  const answer = z.object({ value: z.array(eventAnswer) });
  const { value } = await callGraph(graph, access, { method: 'GET', path: EVENTS, query, answer });
  const ours = value.filter((event) => markerOf(event) === marker);
  const meetings = ours.flatMap((event) => asMeeting(event) ?? []);
  return meetings.toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
}

/** One event with its marker. @throws ProviderError `gone` */
export function readEvent(graph: Graph, access: Access, id: string): Promise<EventAnswer> {
  const query = { $select: SELECT, $expand: WITH_MARKER };
  return callGraph(graph, access, { method: 'GET', path: eventPath(id), query, answer: eventAnswer });
}

/** Whether the default calendar still holds an event; one in Deleted Items can still be read by its id. */
export async function isInCalendar(graph: Graph, access: Access, event: EventAnswer): Promise<boolean> {
  const marker = markerOf(event);
  if (marker === undefined) return true;
  const found = await findByMarker(graph, access, marker);
  return found.some(({ id }) => id === event.id);
}

/**
 * Our known events that changed since `since` (epoch ms), or that have left the calendar. Only events this installation
 * made are listed, never the calendar itself.
 */
export async function listChanges(
  graph: Graph,
  access: Access,
  since: number,
  knownIds: readonly string[],
): Promise<Notification[]> {
  if (knownIds.length === 0) return [];
  const held = new Map(
    (await listOurs(graph, access)).map(({ id, lastModifiedDateTime }) => [id, lastModifiedDateTime]),
  );
  return knownIds.flatMap((meetingId): Notification[] => {
    const changedAt = held.get(meetingId);
    if (changedAt === undefined) return [{ meetingId, what: 'deleted', dedupeKey: `${meetingId}:deleted:${since}` }];
    if (Date.parse(changedAt) < since) return [];
    return [{ meetingId, what: 'changed', dedupeKey: `${meetingId}:${changedAt}` }];
  });
}

const page = z.object({
  value: z.array(z.object({ id: z.string(), lastModifiedDateTime: z.string() })),
  '@odata.nextLink': z.url().optional(),
});

async function listOurs(graph: Graph, access: Access) {
  const found: z.infer<typeof page>['value'] = [];
  let query: Record<string, string> = {
    $filter: madeBy(graph.deployment),
    $select: 'id,lastModifiedDateTime',
    $top: PAGE,
  };
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const answer = await callGraph(graph, access, { method: 'GET', path: EVENTS, query, answer: page });
    found.push(...answer.value);
    const next = answer['@odata.nextLink'];
    if (next === undefined) break;
    // Only its options are followed: our token goes nowhere else.
    query = Object.fromEntries(new URL(next).searchParams);
  }
  return found;
}
