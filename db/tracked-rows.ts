import type { EntityName, EventSubscriber, FlushEventArgs } from '@mikro-orm/postgresql';
import { bound, type Column, type Table, tableOf } from './columns.ts';
import type { Em } from './host-transaction.ts';
import { type JsonRow, readPlainRow } from './read-rows.ts';

interface Tracked {
  readonly table: Table;
  readonly row: Record<string, unknown>;
  /** What it was when it was read or last written. */
  known: Readonly<Record<string, unknown>>;
}

/** By the transaction's entity manager; forgotten with it. */
const tracked = new WeakMap<object, Tracked[]>();

/**
 * A row that one statement brought as JSON, as a plain object: what is changed in it is written at the next flush of `em`,
 * before what `em` itself has to write. That costs a small part of what an entity does. Its primary key is `id`, and a
 * value of several parts is changed by another one in its place.
 */
export function trackRow<Entity extends object>(em: Em, entity: EntityName<Entity>, json: JsonRow): Entity {
  const row = readPlainRow(em, entity, json);
  const rows = tracked.get(em) ?? [];
  rows.push({ table: tableOf(em, entity), row, known: { ...row } });
  tracked.set(em, rows);
  return row;
}

/** The same of several. */
export const trackRows = <Entity extends object>(
  em: Em,
  entity: EntityName<Entity>,
  rows: readonly JsonRow[] | null,
): Entity[] => (rows ?? []).map((row) => trackRow(em, entity, row));

/** To be given to the ORM once. */
export class WriteTrackedRows implements EventSubscriber {
  async beforeFlush({ em }: FlushEventArgs): Promise<void> {
    const changes = (tracked.get(em) ?? []).flatMap((one) => changeOf(em as Em, one));
    const alike = Map.groupBy(changes, ({ table, columns }) => [table.name, ...columns.map(({ name }) => name)].join());
    for (const group of alike.values()) await write(em as Em, group);
  }
}

interface Change {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly row: Readonly<Record<string, unknown>>;
}

/** What is to be written of a row, which then counts as written. */
function changeOf(em: Em, one: Tracked): Change[] {
  const { table, row, known } = one;
  const isChanged = ({ name }: Column) => row[name] !== undefined && !isSame(known[name], row[name], name in known);
  const changed = table.columns.filter(isChanged);
  if (changed.length === 0) return [];
  const touched = table.columns.filter(({ onUpdate }) => onUpdate !== undefined);
  for (const { name, onUpdate } of touched) row[name] = onUpdate?.(row, em);
  one.known = { ...row };
  return [{ table, row, columns: [...new Set([...changed, ...touched])] }];
}

/** A column that was not read with the others is written in any case. */
function isSame(before: unknown, now: unknown, wasRead: boolean): boolean {
  if (before instanceof Date && now instanceof Date) return before.getTime() === now.getTime();
  return wasRead && (before ?? null) === now;
}

/** Writes the same columns of one row or of several, in one statement. */
async function write(em: Em, changes: readonly Change[]): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  const { table, columns } = first;
  const [alone] = changes.length === 1 ? changes : [];
  if (alone !== undefined) {
    const set = columns.map(({ column }) => `${column} = ?`).join(', ');
    const values = columns.map((column) => bound(column, alone.row[column.name]));
    await em.execute(`update ${table.name} set ${set} where id = ?`, [...values, alone.row['id']]);
    return;
  }
  const set = columns.map(({ column }) => `${column} = v.${column}`).join(', ');
  const places = `(?::uuid, ${columns.map(({ sqlType }) => `?::${sqlType}`).join(', ')})`;
  await em.execute(
    `update ${table.name} t set ${set}
       from (values ${changes.map(() => places).join(', ')}) v (id, ${columns.map(({ column }) => column).join(', ')})
      where t.id = v.id`,
    changes.flatMap(({ row }) => [row['id'], ...columns.map((column) => bound(column, row[column.name]))]),
  );
}
