import { isDeepStrictEqual } from 'node:util';
import type { SimAccount } from '../core/accounts.ts';
import type { Table } from '../core/journal.ts';
import type { Notification } from '#dev/simulators/core/notifications.ts';
import type { Site } from '../core/simulator.ts';
import type { Events } from './events.ts';
import type { ZoomMeeting } from './meeting.ts';

/** The meetings of all accounts, and the events their changes cause, by API and by hand. */
export interface Meetings {
  live(): ZoomMeeting[];
  /** Deleted ones the host can still recover. */
  deleted(): ZoomMeeting[];
  find(id: string): ZoomMeeting | undefined;
  readonly isTaken: (id: number) => boolean;
  create(meeting: ZoomMeeting): void;
  update(before: ZoomMeeting, after: ZoomMeeting): readonly Notification[];
  remove(meeting: ZoomMeeting): readonly Notification[];
  recover(id: string): readonly Notification[] | null;
  clear(): void;
}

const RECOVERABLE_MS = 7 * 86_400_000;

export function createMeetings({ state }: Site, events: Events): Meetings {
  const rows: Table<ZoomMeeting> = state.journal.table('meetings');
  const put = (meeting: ZoomMeeting) => rows.put(String(meeting.id), meeting);
  const hostOf = (meeting: ZoomMeeting) => state.accounts.find(meeting.hostId) as SimAccount;
  const deleted = () => rows.all().filter(({ deletedAt }) => (deletedAt ?? 0) > Date.now() - RECOVERABLE_MS);
  return {
    live: () => rows.all().filter(({ deletedAt }) => deletedAt === null),
    deleted,
    find: (id) => {
      const found = rows.get(id);
      return found?.deletedAt === null ? found : undefined;
    },
    isTaken: (id) => rows.get(String(id)) !== undefined,
    create: put,
    update: (before, after) =>
      state.journal.transact(() => {
        if (isDeepStrictEqual(before, after)) return [];
        put(after);
        return events.updated(hostOf(after), before, after);
      }),
    remove: (meeting) =>
      state.journal.transact(() => {
        put({ ...meeting, deletedAt: Date.now() });
        return events.deleted(hostOf(meeting), meeting);
      }),
    recover: (id) =>
      state.journal.transact(() => {
        const found = deleted().find((meeting) => String(meeting.id) === id);
        if (found === undefined) return null;
        put({ ...found, deletedAt: null });
        return events.recovered(hostOf(found), found);
      }),
    clear: () => rows.clear(),
  };
}
