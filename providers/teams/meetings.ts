import { sharedLimits } from '../bounded-fetch.ts';
import { nothing } from '../http.ts';
import type { Access, LiveMeeting, Provider, WantedMeeting } from '../provider.ts';
import { orNullWhenGone } from '../when-gone.ts';
import { createEvent } from './create-event.ts';
import { asMeeting, eventAnswer, type EventAnswer, fieldsOf } from './event.ts';
import { findByMarker, isInCalendar, readEvent } from './find-events.ts';
import { callGraph, eventPath, type Graph } from './graph.ts';

type Meetings = Pick<Provider, 'createMeeting' | 'findByMarker' | 'getMeeting' | 'updateMeeting' | 'deleteMeeting'>;

/** Lists may lag behind a calendar; an event this young is not missed in them. */
const SETTLED_MS = 60_000;

/** Meetings as events with a Teams meeting in the host's default Outlook calendar. */
export function createMeetings(graph: Graph): Meetings {
  return {
    createMeeting: (access, wanted) => createEvent(graph, access, wanted),
    findByMarker: (access, marker) => findByMarker(graph, access, marker),
    getMeeting: (access, id) => orNullWhenGone(read(graph, access, id)),
    updateMeeting: (access, id, wanted) => orNullWhenGone(update(graph, access, id, wanted)),
    deleteMeeting: async (access, id) => {
      await orNullWhenGone(remove(graph, access, id));
    },
  };
}

async function read(graph: Graph, access: Access, id: string): Promise<LiveMeeting | null> {
  const event = await readEvent(graph, access, id);
  const meeting = asMeeting(event);
  return meeting !== null && isSettled(event) && !(await isInCalendar(graph, access, event)) ? null : meeting;
}

/**
 * Title and times only: sending the body would throw the Teams meeting out of it. An event in Deleted Items takes
 * changes as well, so that what was changed is looked for in the calendar. A change that another one overtakes is
 * refused and made again.
 */
async function update(one: Graph, access: Access, id: string, wanted: WantedMeeting): Promise<LiveMeeting | null> {
  const graph = { ...one, api: sharedLimits(one.api) };
  const { '@odata.etag': ifMatch } = await readEvent(graph, access, id);
  const request = {
    method: 'PATCH',
    path: eventPath(id),
    body: fieldsOf(wanted),
    ifMatch,
    answer: eventAnswer,
  } as const;
  const event = await callGraph(graph, access, request);
  return isSettled(event) ? read(graph, access, id) : asMeeting(event);
}

function isSettled({ createdDateTime }: EventAnswer): boolean {
  return Date.now() - (createdDateTime ?? 0) > SETTLED_MS;
}

function remove(graph: Graph, access: Access, id: string): Promise<undefined> {
  return callGraph(graph, access, { method: 'DELETE', path: eventPath(id), answer: nothing });
}
