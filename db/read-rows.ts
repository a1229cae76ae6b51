import type { EntityName } from '@mikro-orm/postgresql';
import { tableOf } from './columns.ts';
import type { Em } from './host-transaction.ts';

/** A row as Postgres' `to_json` writes it: by the names of its columns, times and bytes as text. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** Rows that one statement brought as JSON, as entities of `em`: what is changed in them is written at the next flush. */
export function readRows<Entity extends object>(
  em: Em,
  entity: EntityName<Entity>,
  rows: readonly JsonRow[] | null,
): Entity[] {
  return (rows ?? []).map((row) => readRow(em, entity, row));
}

/** The same of one row. */
export const readRow = <Entity extends object>(em: Em, entity: EntityName<Entity>, row: JsonRow): Entity =>
  em.map(entity, { ...row } as Parameters<typeof em.map<Entity>>[1]);

/**
 * Rows for reading only: plain objects, of which `em` knows nothing. That costs a tenth, since no changes are looked for
 * in them.
 */
export function readPlainRows<Entity extends object>(
  em: Em,
  entity: EntityName<Entity>,
  rows: readonly JsonRow[] | null,
): Readonly<Entity>[] {
  return (rows ?? []).map((row) => readPlainRow(em, entity, row));
}

/** The same of one row. */
export function readPlainRow<Entity extends object>(
  em: Em,
  entity: EntityName<Entity>,
  row: JsonRow,
): Readonly<Entity> {
  const plain: Record<string, unknown> = {};
  for (const { name, column, type, isLazy } of tableOf(em, entity).columns) {
    const value = isLazy ? undefined : row[column];
    if (value !== undefined) plain[name] = valueOf(type, value);
  }
  return plain as Entity;
}

/** Times and bytes, which JSON has only as text; all else is as it is. */
function valueOf(type: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'Date') return new Date(value);
  return type === 'Buffer' && value.startsWith(String.raw`\x`) ? Buffer.from(value.slice(2), 'hex') : value;
}
