import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { SimAccount } from '../core/accounts.ts';
import type { Journal, Table } from '../core/journal.ts';
import type { SimMeeting, SimulatorState } from '../core/simulator.ts';
import { type Conference, conferenceFields, linkOf } from './conference.ts';
import type { EventFields, Moment } from './event-body.ts';

/** An event as the calendar keeps it. Deleted ones stay: their ids can never be used again. */
export interface EventRow {
  readonly id: string;
  readonly accountId: string;
  readonly fields: EventFields;
  readonly status: 'confirmed' | 'cancelled';
  readonly conference: Conference | null;
  /** Epoch ms. */
  readonly created: number;
  readonly updated: number;
  readonly revision: number;
  /** A private event of the host's own. */
  readonly isPrivate: boolean;
}

export interface Events {
  find(accountId: string, id: string): EventRow | undefined;
  of(accountId: string): EventRow[];
  all(): EventRow[];
  add(row: Omit<EventRow, 'created' | 'updated' | 'revision' | 'status'>): EventRow;
  change(row: EventRow, changes: Partial<EventRow>): EventRow;
  clear(): void;
}

/** The events of all calendars, kept in the journal. */
export function createEvents(journal: Journal): Events {
  const rows: Table<EventRow> = journal.table('events');
  const keyOf = ({ accountId, id }: Pick<EventRow, 'accountId' | 'id'>) => `${accountId}/${id}`;
  const keep = (row: EventRow) => {
    rows.put(keyOf(row), row);
    return row;
  };
  return {
    find: (accountId, id) => rows.get(keyOf({ accountId, id })),
    of: (accountId) => rows.all().filter((row) => row.accountId === accountId),
    all: () => rows.all(),
    add: (row) => {
      const now = Date.now();
      return keep({ ...row, status: 'confirmed', created: now, updated: now, revision: 1 });
    },
    change: (row, changes) => keep({ ...row, ...changes, updated: Date.now(), revision: row.revision + 1 }),
    clear: () => rows.clear(),
  };
}

/** An id such as Google makes where it is given none. */
export const ownId = () => randomUUID().replaceAll('-', '').slice(0, 26);

/** Another one after each change. */
export const etagOf = ({ revision, updated }: EventRow) => `"${updated}${revision}"`;

/** The app's marker, in the private property it is kept in. */
export const markerOf = ({ fields }: EventRow): string | null =>
  fields.extendedProperties?.private?.['insyticalMeeting'] ?? null;

/** Epoch ms; an all-day event begins with its day in UTC. */
export const timeOf = ({ dateTime, date }: Moment): number => Date.parse(dateTime ?? date ?? '');

interface Owner {
  readonly email: string;
  /** The calendar's own zone, in whose offset times are shown. */
  readonly timeZone: string;
}

/** The owner of a calendar; its zone is the trait `timeZone`. */
export const ownerOf = ({ accounts }: SimulatorState, { id, email }: SimAccount): Owner => ({
  email,
  timeZone: accounts.trait(id, 'timeZone', 'UTC'),
});

/** The event as the API shows it. */
export function shown(row: EventRow, { email, timeZone }: Owner): object {
  const self = { email, self: true };
  const { start, end } = row.fields;
  return {
    kind: 'calendar#event',
    etag: etagOf(row),
    id: row.id,
    status: row.status,
    htmlLink: `https://www.google.com/calendar/event?eid=${row.id}`,
    created: new Date(row.created).toISOString(),
    updated: new Date(row.updated).toISOString(),
    ...row.fields,
    start: inZone(start, timeZone),
    end: inZone(end, timeZone),
    creator: self,
    organizer: self,
    iCalUID: `${row.id}@google.com`,
    sequence: row.revision - 1,
    ...(row.conference === null ? {} : conferenceFields(row.conference)),
    reminders: { useDefault: true },
    eventType: 'default',
  };
}

function inZone(moment: Moment, timeZone: string): Moment {
  if (!moment.dateTime || timeZone === 'UTC') return moment;
  return { ...moment, dateTime: Temporal.Instant.from(moment.dateTime).toString({ timeZone, smallestUnit: 'second' }) };
}

/** The event as the control surface shows it. */
export function asMeeting(row: EventRow): SimMeeting {
  const { start, end, summary = '' } = row.fields;
  return {
    id: row.id,
    accountId: row.accountId,
    startsAt: new Date(timeOf(start)).toISOString(),
    endsAt: new Date(timeOf(end)).toISOString(),
    title: summary,
    marker: markerOf(row),
    joinUrl: linkOf(row.conference),
  };
}
