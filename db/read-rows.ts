import type { EntityName } from '@mikro-orm/postgresql';
import type { Em } from './host-transaction.ts';

/** A row as Postgres' `to_jsonb` writes it: by the names of its columns, times and bytes as text. */
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
