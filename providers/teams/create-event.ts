import { createHash } from 'node:crypto';
import { ProviderError } from '../provider-error.ts';
import type { Access, LiveMeeting, WantedMeeting } from '../provider.ts';
import { orNullWhenGone } from '../when-gone.ts';
import { isPersonal } from './account-id.ts';
import { DuplicateTransaction } from './errors.ts';
import { asMeeting, eventAnswer, fieldsOf } from './event.ts';
import { findByMarker, readEvent } from './find-events.ts';
import { callGraph, EVENTS, type Graph } from './graph.ts';
import { markerOf, marksOf } from './marks.ts';

/**
 * A transaction id of a deleted event may never be free again, so a meeting that is created again takes the next one.
 */
const GENERATIONS = 4;

type Wanted = WantedMeeting & { readonly marker: string };

/**
 * Creates the event once: its transaction id follows from the marker, so a repeated call gets the first one's event.
 * Invites no attendees: Outlook would mail them, and our mail is the only invitation.
 * @throws ProviderError
 */
export async function createEvent(graph: Graph, access: Access, wanted: Wanted): Promise<LiveMeeting> {
  for (let generation = 0; generation < GENERATIONS; generation++) {
    const meeting = await insertOrAdopt(graph, access, wanted, transactionIdOf(wanted.marker, generation));
    if (meeting !== null) return meeting;
  }
  throw new ProviderError('rejected', {
    text: 'Outlook knows this meeting only as deleted.',
    code: 'ids_used_up',
    definite: true,
  });
}

/** A UUID that is always the same for a marker (RFC 9562, version 8). */
export function transactionIdOf(marker: string, generation: number): string {
  const hex = createHash('sha256').update(`${marker} ${generation}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}

/** Null where the transaction id belongs to an event that is gone. */
async function insertOrAdopt(
  graph: Graph,
  access: Access,
  wanted: Wanted,
  transactionId: string,
): Promise<LiveMeeting | null> {
  try {
    return await insert(graph, access, wanted, transactionId);
  } catch (error) {
    if (error instanceof DuplicateTransaction) return adopt(graph, access, wanted.marker, error.eventId);
    throw error;
  }
}

async function insert(graph: Graph, access: Access, wanted: Wanted, transactionId: string) {
  const body = {
    ...fieldsOf(wanted),
    body: { contentType: 'text', content: wanted.description },
    isOnlineMeeting: true,
    // Personal accounts that are told the provider make no online meeting; without it most of them do.
    ...(isPersonal(access.accountId) ? {} : { onlineMeetingProvider: 'teamsForBusiness' }),
    transactionId,
    singleValueExtendedProperties: marksOf(graph.deployment, wanted.marker),
  };
  return asMeeting(await callGraph(graph, access, { method: 'POST', path: EVENTS, body, answer: eventAnswer }));
}

/** The event that took the transaction id, if it is alive and ours. */
async function adopt(graph: Graph, access: Access, marker: string, eventId: string | null) {
  if (eventId === null) return (await findByMarker(graph, access, marker))[0] ?? null;
  const event = await orNullWhenGone(readEvent(graph, access, eventId));
  return event !== null && markerOf(event) === marker ? asMeeting(event) : null;
}
