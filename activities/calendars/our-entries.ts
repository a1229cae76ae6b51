import { entryUid } from '#commands/bookings/calendar-entry.ts';
import type { Config } from '#config';
import type { Em } from '#db/host-transaction.ts';

/** Bookings that began this long ago stand in no window any more; days. */
const BEFORE_DAYS = 30;

/**
 * What a host's own bookings are known by in a calendar: the UID of our calendar files, the UID of the events we make at
 * Google (whose ids end a marker, `providers/meet/create-event.ts`), and the links of meetings, which Outlook and Zoom
 * write into their events. Bookings of other hosts, whose guest this host may be, are not among them.
 */
export async function ownEntries(em: Em, hostId: string, config: Config): Promise<string[]> {
  const rows = await em.execute<{ id: string; meeting: string | null; link: string | null }[]>(
    `select b.id, c.provider_meeting_id as meeting, c.join_url as link
       from bookings b left join conferences c on c.booking_id = b.id
      where b.host_id = ? and b.starts_at > now() - interval '1 day' * ?`,
    [hostId, BEFORE_DAYS],
  );
  return rows.flatMap(({ id, meeting, link }) => [
    entryUid(config, id),
    `${config.PUBLIC_URL}/bookings/${id}`,
    ...(meeting === null ? [] : [`${meeting}@google.com`]),
    ...(link === null ? [] : [link]),
  ]);
}
