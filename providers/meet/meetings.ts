import { nothing } from '../http.ts';
import { ProviderError } from '../provider-error.ts';
import type { Access, LiveMeeting, Provider, WantedMeeting } from '../provider.ts';
import { nullIfConfirmedGone } from './believe-gone.ts';
import { type Calendar, callCalendar, eventPath, NO_ATTENDEE_EMAILS, readEvent } from './calendar.ts';
import { createEvent } from './create-event.ts';
import { asMeeting, eventAnswer, fieldsOf } from './event.ts';
import { listOurs } from './list-events.ts';

type Meetings = Pick<Provider, 'createMeeting' | 'findByMarker' | 'getMeeting' | 'updateMeeting' | 'deleteMeeting'>;

/** Meetings as events with a Meet link on the host's primary calendar. */
export function createMeetings(calendar: Calendar): Meetings {
  return {
    createMeeting: (access, wanted) => createEvent(calendar, access, wanted),
    findByMarker: (access, marker) => findByMarker(calendar, access, marker),
    getMeeting: (access, id) =>
      nullIfConfirmedGone(calendar, id, async (one) => asMeeting(await readEvent(one, access, id))),
    updateMeeting: (access, id, wanted) => nullIfConfirmedGone(calendar, id, (one) => update(one, access, id, wanted)),
    deleteMeeting: async (access, id) => {
      await nullIfConfirmedGone(calendar, id, (one) => remove(one, access, id));
    },
  };
}

async function findByMarker(calendar: Calendar, access: Access, marker: string): Promise<LiveMeeting[]> {
  const events = await listOurs(calendar, access, { marker });
  const meetings = events.flatMap((event) => asMeeting(event) ?? []);
  return meetings.toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
}

/** Changes the event as it was just read: a change that another one overtakes is refused and made again. */
async function update(
  calendar: Calendar,
  access: Access,
  id: string,
  wanted: WantedMeeting,
): Promise<LiveMeeting | null> {
  const { etag: ifMatch, status } = await readEvent(calendar, access, id);
  if (status === 'cancelled') return null;
  const fields = fieldsOf(wanted);
  const patch = (body: object) =>
    callCalendar(calendar, access, {
      method: 'PATCH',
      path: eventPath(id),
      query: NO_ATTENDEE_EMAILS,
      body,
      ifMatch,
      answer: eventAnswer,
    });
  try {
    return asMeeting(await patch(fields));
  } catch (error) {
    if (!(error instanceof ProviderError) || error.facts.status !== 400) throw error;
    // The host made it an all-day event: its dates have to go, since a patch merges.
    const { start, end } = fields;
    return asMeeting(await patch({ ...fields, start: { ...start, date: null }, end: { ...end, date: null } }));
  }
}

function remove(calendar: Calendar, access: Access, id: string): Promise<undefined> {
  const query = { sendUpdates: NO_ATTENDEE_EMAILS.sendUpdates };
  return callCalendar(calendar, access, { method: 'DELETE', path: eventPath(id), query, answer: nothing });
}
