import type { EntityName, EventSubscriber, FlushEventArgs } from '@mikro-orm/postgresql';
import { bound, type Column, type Table, tableOf } from './columns.ts';
import type { Em } from './host-transaction.ts';
import { type NewRow, newRow } from './new-row.ts';
import { type JsonRow, readPlainRow } from './read-rows.ts';

interface Tracked {
  readonly entity: EntityName;
  readonly isNew: boolean;
  readonly row: Record<string, unknown>;
  /** What it was when it was read or last written; null until it is inserted. */
  known: Readonly<Record<string, unknown>> | null;
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
  track(em, { entity, isNew: false, row, known: { ...row } });
  return row;
}

/** The same of several. */
export const trackRows = <Entity extends object>(
  em: Em,
  entity: EntityName<Entity>,
  rows: readonly JsonRow[] | null,
): Entity[] => (rows ?? []).map((row) => trackRow(em, entity, row));

/** A new row: inserted at the next flush, and tracked like the others. What is left out gets the column's default. */
export function addRow<Entity extends object>(em: Em, entity: EntityName<Entity>, row: Partial<Entity>): Entity {
  track(em, { entity, isNew: true, row, known: null });
  return row as Entity;
}

/** What `addRow` added by `em`, inserted by now or not. */
export const addedRows = <Entity extends object>(em: Em, entity: EntityName<Entity>): Readonly<Entity>[] =>
  (tracked.get(em) ?? []).filter((one) => one.isNew && one.entity === entity).map(({ row }) => row as Entity);

function track(em: Em, one: Tracked): void {
  const rows = tracked.get(em);
  if (rows === undefined) tracked.set(em, [one]);
  else rows.push(one);
}

/** To be given to the ORM once. */
export class WriteTrackedRows implements EventSubscriber {
  async beforeFlush(args: FlushEventArgs): Promise<void> {
    const em = args.em as Em;
    const changes = (tracked.get(em) ?? []).flatMap((one) => changeOf(em, one));
    const alike = Map.groupBy(changes, ({ kind }) => kind);
    const writes = [...alike.values()].map((group) => writeOf(group)).filter((write) => write !== undefined);
    const last = writes.pop();
    if (last === undefined) return;
    // All of a flush is one statement: each costs a way to Postgres and back.
    const others = writes.map(({ sql }, index) => `w${index} as (${sql})`).join(', ');
    const values = [...writes, last].flatMap((write) => write.values);
    await em.execute(others === '' ? last.sql : `with ${others} ${last.sql}`, values);
  }
}

interface Change {
  /** Of the same kind are those that one statement may write together. */
  readonly kind: string;
  readonly table: Table;
  readonly row: Readonly<Record<string, unknown>>;
  readonly columns: readonly Column[];
  /** Where it is new. */
  readonly added: NewRow | null;
}

/** What is to be written of a row, which then counts as written. */
function changeOf(em: Em, one: Tracked): Change[] {
  const { entity, row, known } = one;
  const table = tableOf(em, entity);
  if (known === null) {
    one.known = { ...row };
    const added = newRow(em, entity, row);
    return [{ kind: `+${table.name} ${added.columns}`, table, row, columns: [], added }];
  }
  const isChanged = ({ name }: Column) => row[name] !== undefined && !isSame(known[name], row[name], name in known);
  const changed = table.columns.filter(isChanged);
  if (changed.length === 0) return [];
  const touched = table.columns.filter(({ onUpdate }) => onUpdate !== undefined);
  for (const { name, onUpdate } of touched) row[name] = onUpdate?.(row, em);
  one.known = { ...row };
  const columns = [...new Set([...changed, ...touched])];
  return [{ kind: `${table.name} ${columns.map(({ column }) => column).join()}`, table, row, columns, added: null }];
}

/** A column that was not read with the others is written in any case. */
function isSame(before: unknown, now: unknown, wasRead: boolean): boolean {
  if (before instanceof Date && now instanceof Date) return before.getTime() === now.getTime();
  return wasRead && (before ?? null) === now;
}

interface Write {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Writes rows of one kind. */
function writeOf(group: readonly Change[]): Write | undefined {
  const [first] = group;
  if (first === undefined) return undefined;
  const { table, columns, row, added } = first;
  if (added !== null) {
    const places = group.map(() => `(${added.places})`).join(', ');
    return {
      sql: `insert into ${table.name} (${added.columns}) values ${places}`,
      values: group.flatMap((change) => change.added?.values ?? []),
    };
  }
  if (group.length === 1) {
    const set = columns.map(({ column }) => `${column} = ?`).join(', ');
    const values = columns.map((column) => bound(column, row[column.name]));
    return { sql: `update ${table.name} set ${set} where id = ?`, values: [...values, row['id']] };
  }
  const set = columns.map(({ column }) => `${column} = v.${column}`).join(', ');
  const places = `(?::uuid, ${columns.map(({ sqlType }) => `?::${sqlType}`).join(', ')})`;
  const names = columns.map(({ column }) => column).join(', ');
  return {
    sql: `update ${table.name} t set ${set} from (values ${group.map(() => places).join(', ')}) v (id, ${names}) where t.id = v.id`,
    values: group.flatMap((one) => [one.row['id'], ...columns.map((column) => bound(column, one.row[column.name]))]),
  };
}
