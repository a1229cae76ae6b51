import { ProviderError } from '../provider-error.ts';
import type { Access, LiveMeeting, WantedMeeting } from '../provider.ts';
import { isGone } from '../when-gone.ts';
import { notYetReadable } from './believe-gone.ts';
import { type Calendar, callCalendar, EVENTS, NO_ATTENDEE_EMAILS, readEvent } from './calendar.ts';
import { asMeeting, eventAnswer, fieldsOf } from './event.ts';
import { isMarked, marksOf } from './marks.ts';

/** Ids of deleted events can never be used again, so a meeting that is created again takes the next one. */
const GENERATIONS = 8;

type Wanted = WantedMeeting & { readonly marker: string };

/**
 * Creates the event once: its id follows from the marker, so a repeated call meets the first one's event and adopts it.
 * The Meet link may still be in the making.
 * @throws ProviderError
 */
export async function createEvent(calendar: Calendar, access: Access, wanted: Wanted): Promise<LiveMeeting> {
  for (let generation = 0; generation < GENERATIONS; generation++) {
    const id = eventIdOf(wanted.marker, generation);
    const meeting = (await insert(calendar, access, wanted, id)) ?? (await adopt(calendar, access, wanted.marker, id));
    if (meeting !== null) return meeting;
  }
  throw new ProviderError('rejected', {
    text: 'Google Calendar knows this meeting only as deleted.',
    code: 'ids_used_up',
    definite: true,
  });
}

/** Legal by Google's rule (`a-v0-9`): the marker ends in the UUID of our row; later generations append theirs. */
export function eventIdOf(marker: string, generation: number): string {
  const hex = marker.slice(marker.lastIndexOf('.') + 1).replaceAll('-', '');
  return generation === 0 ? hex : `${hex}g${generation}`;
}

/** Null where an event with this id exists, or once did. */
async function insert(calendar: Calendar, access: Access, wanted: Wanted, id: string): Promise<LiveMeeting | null> {
  const body = {
    id,
    ...fieldsOf(wanted),
    description: wanted.description,
    conferenceData: { createRequest: { requestId: id, conferenceSolutionKey: { type: 'hangoutsMeet' } } },
    extendedProperties: { private: marksOf(calendar.deployment, wanted.marker) },
  };
  try {
    const request = { method: 'POST', path: EVENTS, query: NO_ATTENDEE_EMAILS, body, answer: eventAnswer } as const;
    return asMeeting(await callCalendar(calendar, access, request));
  } catch (error) {
    if (error instanceof ProviderError && error.facts.code === 'duplicate') return null;
    throw error;
  }
}

/** The event that took the id, if it is alive and ours. */
async function adopt(calendar: Calendar, access: Access, marker: string, id: string): Promise<LiveMeeting | null> {
  try {
    const event = await readEvent(calendar, access, id);
    return isMarked(event, marker) ? asMeeting(event) : null;
  } catch (error) {
    if (isGone(error)) throw notYetReadable();
    throw error;
  }
}
