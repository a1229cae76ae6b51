import { z } from 'zod';
import { sharedLimits, unusable } from '../bounded-fetch.ts';
import { callApi } from '../http.ts';
import { ProviderError } from '../provider-error.ts';
import type { Access, Change, LiveMeeting } from '../provider.ts';
import { meetingAnswer, meetingId, pageAnswer, SCHEDULED } from './answers.ts';
import { carriesMarker } from './marker.ts';
import { urlOf, type ZoomApi } from './meetings.ts';

const PAGE_SIZE = 300;
/** A host with more scheduled meetings than this is not searched to the end. */
const MOST_PAGES = 40;

/** Every scheduled meeting that carries our marker, oldest first. */
export async function findByMarker(one: ZoomApi, access: Access, marker: string): Promise<LiveMeeting[]> {
  const api = sharedLimits(one);
  const found: unknown[] = [];
  const isWhole = await eachPage(api, access, (meetings) => {
    found.push(...meetings.filter((meeting) => carriesMarker(meeting, marker)));
  });
  if (!isWhole) throw unusable(api, `more than ${MOST_PAGES} pages of meetings`);
  const read = z.array(meetingAnswer).safeParse(found);
  if (!read.success) throw unusable(api, 'a listed meeting is not as expected');
  return read.data.toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
}

/** Of a listed meeting nothing else is looked at before it is known to be ours. */
const named = z.object({ id: meetingId });
/** What recurs is listed otherwise than it is read. */
const single = z.object({ type: z.literal(SCHEDULED) });

/**
 * Zoom tells nowhere which meetings have changed since a time: each of ours comes as the list shows it, 300 in one call,
 * and what the list does not show as a meeting of its own is to be read by its id. Of other meetings nothing is kept. A
 * meeting that is the only one is read by its id, so that no others are asked for.
 */
export async function listChanges(
  one: ZoomApi,
  access: Access,
  since: number,
  knownIds: readonly string[],
): Promise<Change[]> {
  const ours = new Set(knownIds);
  const listed = new Map<string, LiveMeeting>();
  if (ours.size > 1)
    await eachPage(sharedLimits(one), access, (meetings) => {
      for (const meeting of meetings) {
        const { data } = named.safeParse(meeting);
        if (data === undefined || !ours.has(data.id) || !single.safeParse(meeting).success) continue;
        const read = meetingAnswer.safeParse(meeting);
        if (read.success) listed.set(data.id, read.data);
      }
      return listed.size === ours.size;
    }).catch((error: unknown) => {
      // What was not listed is read by its id, as where there is no list.
      if (!(error instanceof ProviderError && (error.kind === 'unavailable' || error.kind === 'rejected'))) throw error;
    });
  return knownIds.map((id) => {
    const meeting = listed.get(id);
    const change = { what: 'changed', meetingId: id, dedupeKey: `poll ${since} ${id}` } as const;
    return meeting === undefined ? change : { ...change, listed: meeting };
  });
}

/**
 * Shows `look` the pages of an account's scheduled meetings, unparsed, until it answers that it has seen enough. False
 * where there are more than it is shown.
 */
async function eachPage(
  api: ZoomApi,
  access: Access,
  look: (meetings: readonly unknown[]) => boolean | void,
): Promise<boolean> {
  let pageToken = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { type: 'scheduled', page_size: String(PAGE_SIZE), ...(pageToken && { next_page_token: pageToken }) };
    const url = urlOf(api, '/users/me/meetings', query);
    const listed = await callApi(api, { method: 'GET', url, access, answer: pageAnswer });
    if (look(listed.meetings) === true) return true;
    pageToken = listed.next_page_token;
    if (pageToken === '') return true;
  }
  return false;
}
