import { nothing } from '../http.ts';
import { ProviderError } from '../provider-error.ts';
import type { Access, LiveMeeting, Provider, WantedMeeting } from '../provider.ts';
import { createEvent } from './create-event.ts';
import { asMeeting, eventAnswer, fieldsOf } from './event.ts';
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
    getMeeting: (access, id) => orNull(() => read(graph, access, id)),
    updateMeeting: (access, id, wanted) => orNull(() => update(graph, access, id, wanted)),
    deleteMeeting: async (access, id) => {
      await orNull(() => remove(graph, access, id));
    },
  };
}

async function read(graph: Graph, access: Access, id: string): Promise<LiveMeeting | null> {
  const event = await readEvent(graph, access, id);
  const meeting = asMeeting(event);
  const isSettled = Date.now() - (event.createdDateTime ?? 0) > SETTLED_MS;
  return meeting !== null && isSettled && !(await isInCalendar(graph, access, event)) ? null : meeting;
}

/** Title and times only: sending the body would throw the Teams meeting out of it. */
async function update(graph: Graph, access: Access, id: string, wanted: WantedMeeting): Promise<LiveMeeting | null> {
  const request = { method: 'PATCH', path: eventPath(id), body: fieldsOf(wanted), answer: eventAnswer } as const;
  return asMeeting(await callGraph(graph, access, request));
}

function remove(graph: Graph, access: Access, id: string): Promise<undefined> {
  return callGraph(graph, access, { method: 'DELETE', path: eventPath(id), answer: nothing });
}

async function orNull<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'gone') return null;
    throw error;
  }
}
