import type { EntityName } from '@mikro-orm/postgresql';
import { bound, tableOf } from './columns.ts';
import type { Em } from './host-transaction.ts';

/** A row that is to be inserted: the names of its columns, a place for each value, and the values. */
export interface NewRow {
  readonly columns: string;
  readonly places: string;
  readonly values: readonly unknown[];
}

/**
 * A new row by the entity's names for its columns, for a statement that is written out. What is left out, or null, gets the
 * column's default.
 */
export function newRow<Entity extends object>(
  em: Em,
  entity: EntityName<Entity>,
  given: Readonly<Partial<Entity>>,
): NewRow {
  const row: Record<string, unknown> = { ...given };
  const set = tableOf(em, entity).columns.flatMap((column) => {
    const value = row[column.name] ?? column.onCreate?.(given, em);
    return value == null ? [] : [{ column: column.column, value: bound(column, value) }];
  });
  return {
    columns: set.map(({ column }) => column).join(', '),
    places: set.map(() => '?').join(', '),
    values: set.map(({ value }) => value),
  };
}
