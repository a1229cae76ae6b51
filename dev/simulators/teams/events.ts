import { randomBytes } from 'node:crypto';
import type { Journal, Table } from '../core/journal.ts';
import type { SimMeeting } from '../core/simulator.ts';
import type { Property } from './event-body.ts';
import type { OnlineMeeting } from './online-meeting.ts';

/** An event of a mailbox. Deleted ones lie in Deleted Items, from where the host can bring them back. */
export interface EventRow {
  /** The immutable id. */
  readonly id: string;
  readonly accountId: string;
  readonly subject: string;
  /** HTML without the Teams meeting. */
  readonly content: string;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** Outlook keeps whole days from midnight to midnight, without a zone. */
  readonly isAllDay: boolean;
  readonly online: OnlineMeeting | null;
  readonly transactionId: string | null;
  /** What the event was asked for with, to tell a repeated request from another one. */
  readonly askedFor: string;
  readonly properties: readonly Property[];
  readonly folder: 'calendar' | 'deleted' | 'purged';
  /** Epoch ms. */
  readonly created: number;
  readonly modified: number;
  readonly revision: number;
  /** A private event of the host's own. */
  readonly isPrivate: boolean;
}

export interface Events {
  /** By its immutable id or the one it has in its folder. */
  find(accountId: string, id: string): EventRow | undefined;
  of(accountId: string): EventRow[];
  all(): EventRow[];
  add(row: Omit<EventRow, 'id' | 'created' | 'modified' | 'revision' | 'folder' | 'isAllDay'>): EventRow;
  change(row: EventRow, changes: Partial<EventRow>): EventRow;
  /** Forgets all but the host's own appointments. */
  clear(): void;
}

const IMMUTABLE = 'AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A';

/** The events of all mailboxes, kept in the journal. */
export function createEvents(journal: Journal): Events {
  const rows: Table<EventRow> = journal.table('events');
  const keep = (row: EventRow) => {
    rows.put(row.id, row);
    return row;
  };
  const of = (accountId: string) => rows.all().filter((row) => row.accountId === accountId);
  return {
    find: (accountId, id) => {
      const row = rows.get(id) ?? of(accountId).find((row) => folderId(row) === id);
      return row?.accountId === accountId ? row : undefined;
    },
    of,
    all: () => rows.all(),
    add: (row) => {
      const now = Date.now();
      const id = IMMUTABLE + randomBytes(18).toString('base64url');
      return keep({ ...row, id, isAllDay: false, folder: 'calendar', created: now, modified: now, revision: 1 });
    },
    change: (row, changes) => keep({ ...row, ...changes, modified: Date.now(), revision: row.revision + 1 }),
    clear: () => {
      for (const row of rows.all()) if (!row.isPrivate) rows.remove(row.id);
    },
  };
}

/** The id for those who do not ask for immutable ones: another one in each folder. */
export function folderId({ id, folder }: EventRow): string {
  return `AAMkAD${folder === 'calendar' ? 'cal' : 'del'}${id.slice(IMMUTABLE.length)}`;
}

/** Another one after each change. */
export const etagOf = ({ id, revision }: EventRow) => `W/"${id.slice(-12)}${revision}=="`;

/** The app's marker, in the extended property it is kept in. */
export const markerOf = ({ properties }: EventRow): string | null =>
  properties.find(({ id }) => id.endsWith(' Name InsyticalMeeting'))?.value ?? null;

/** Null while Teams is still making it. */
export const linkOf = ({ online }: EventRow): string | null =>
  online !== null && online.readyAt <= Date.now() ? online.joinUrl : null;

/** The event as the control surface shows it. */
export function asMeeting(row: EventRow): SimMeeting {
  return {
    id: row.id,
    accountId: row.accountId,
    startsAt: new Date(row.startsAt).toISOString(),
    endsAt: new Date(row.endsAt).toISOString(),
    title: row.subject,
    marker: markerOf(row),
    joinUrl: linkOf(row),
  };
}
